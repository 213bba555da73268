import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

/** Whether whoever asks may add a picture: asked before its bytes are let in. Throws Forbidden. */
export const mayAdd = query({
  name: 'posts/pictures/may-add',
  input: z.strictObject({}),
  run: async () => ({}),
});
