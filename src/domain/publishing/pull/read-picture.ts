import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';

/** The bytes of a picture as it is served, by their SHA-256. Throws NotFound where it is not stored. */
export const readPicture = query({
  name: 'publishing/pull/read-picture',
  input: z.strictObject({ hash: z.string().length(64) }),
  async run({ db }, { hash }): Promise<Uint8Array> {
    const found = await db.picture.findUnique({ where: { hash }, select: { bytes: true } });
    if (!found) throw new NotFound(`The picture ${hash} is not stored.`);
    return found.bytes;
  },
});
