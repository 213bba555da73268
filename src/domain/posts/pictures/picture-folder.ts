import { z } from 'zod';

/** The folder that pictures are named in, as `src/model/team/pictures/pictures.ts` reads it. */
export const pictureFolder = z.strictObject({ post: z.int().positive(), ofUpdates: z.boolean() });
