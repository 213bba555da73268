import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { type TextInWork, textsInWork } from './texts-in-work.ts';

/** Every note that is written, waits or is live, the newest first. */
export const readNotes = query({
  name: 'studio/read-notes',
  input: z.strictObject({}),
  run: ({ db }): Promise<TextInWork[]> => textsInWork(db, 'note'),
});
