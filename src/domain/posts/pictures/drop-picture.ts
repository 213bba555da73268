import { z } from 'zod';
import { Conflict } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { folderName } from '#model/team/pictures/pictures.ts';
import { lockRevisions } from '../revision-lock.ts';
import { pictureFolder } from './picture-folder.ts';
import { currentTexts, isNamedIn, wasShown } from './sql.ts';

/**
 * Throws a picture away that no text names and that nothing submitted or published shows; its bytes go too, unless it has another name elsewhere.
 * Throws Conflict `picture_used` where it is used, `picture_gone` where it is not there any more, or is another one.
 */
export const dropPicture = verb({
  name: 'posts/pictures/drop-picture',
  input: z.strictObject({ folder: pictureFolder, name: z.string().max(200), hash: z.string().max(64) }),
  async run(tx, ctx, { folder: { post, ofUpdates }, name, hash }): Promise<object> {
    requireAccount(ctx);
    await lockRevisions(tx);
    const [standing] = await tx.$queryRaw<{ used: boolean }[]>`
      SELECT ${wasShown} OR EXISTS (SELECT 1 FROM (${currentTexts}) t WHERE ${isNamedIn}) AS used
      FROM "PostPicture" p WHERE p."postId" = ${post} AND p."ofUpdates" = ${ofUpdates} AND p.name = ${name} AND p.hash = ${hash}`;
    if (!standing) throw new Conflict('picture_gone');
    if (standing.used) throw new Conflict('picture_used');
    await tx.postPicture.delete({ where: { postId_ofUpdates_name: { postId: post, ofUpdates, name } } });
    await tx.$executeRaw`
      DELETE FROM "Picture" b WHERE b.hash = ${hash} AND NOT EXISTS (SELECT 1 FROM "PostPicture" p WHERE p.hash = b.hash)
        AND NOT EXISTS (SELECT 1 FROM "Rendering" r WHERE r.json->'pictures' @> to_jsonb(b.hash))`;
    return {};
  },
  audit: (_view, { folder, name, hash }) => ({ subject: `pictures:${folderName(folder)}`, detail: { name, hash } }),
});
