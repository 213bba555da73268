import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';

/** The bytes of a picture, published or not: WebP. Throws NotFound when there is none. */
export const readPicture = query({
  name: 'posts/pictures/read-picture',
  input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async run({ db }, { hash }): Promise<{ bytes: Uint8Array<ArrayBuffer> }> {
    const picture = await db.picture.findUnique({ where: { hash }, select: { bytes: true } });
    if (!picture) throw new NotFound();
    return picture;
  },
});
