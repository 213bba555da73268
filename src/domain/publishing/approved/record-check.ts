import { z } from 'zod';
import { verb } from '#domain/core/verb.ts';

/** Keeps what came of fetching a page of an edition by its public address; a later fetch of the same page takes its place. */
export const recordCheck = verb({
  name: 'publishing/approved/record-check',
  input: z.strictObject({ edition: z.int().positive(), path: z.string().max(300), outcome: z.enum(['same', 'different', 'unreachable']) }),
  async run(tx, ctx, { edition: editionNumber, path, outcome }): Promise<void> {
    const found = { at: ctx.now, outcome };
    await tx.publicationCheck.upsert({ where: { editionNumber_path: { editionNumber, path } }, create: { editionNumber, path, ...found }, update: found });
  },
  audit: () => null,
});
