import type { Transaction } from '#domain/core/context.ts';
import { sourceHash } from '../source-hash.ts';
import type { PictureFolder } from '#model/team/pictures/pictures.ts';

interface Replaced {
  before: string;
  after: string;
  accountId: bigint;
  now: Date;
}

interface Shown {
  postId: number;
  updateId: number | null;
  locale: string;
  source: string;
  authorIds: bigint[];
  proseHash: string;
  translationOfId: number | null;
  pictures: string[];
}

/**
 * Another picture under the same words is another text: each that was submitted with the one of before gets a revision, so that no approval of what
 * is not seen any more holds. Whoever changed the picture has a part in it. Call it under `lockRevisions`.
 */
export async function renewRevisions(tx: Transaction, { post, ofUpdates }: PictureFolder, { before, after, accountId, now }: Replaced): Promise<void> {
  const shown = await tx.$queryRaw<Shown[]>`
    SELECT DISTINCT ON (v.id) v."postId", v."updateId", v.locale, v.source, v."authorIds", v."proseHash", v."translationOfId", r.json->'pictures' AS pictures
    FROM "Submission" s JOIN "Revision" v ON v.id = s."revisionId" JOIN "Rendering" r ON r.id = s."renderingId"
    WHERE v."postId" = ${post} AND (v."updateId" IS NOT NULL) = ${ofUpdates} AND s.state IN ('waiting', 'approved') AND r.json->'pictures' @> to_jsonb(${before}::text)
      AND NOT EXISTS (SELECT 1 FROM "Revision" w WHERE w."postId" = v."postId" AND w."updateId" IS NOT DISTINCT FROM v."updateId"
        AND w.locale = v.locale AND w.id > v.id)
    ORDER BY v.id, s.id DESC`;
  if (shown.length === 0) return;
  await tx.revision.createMany({
    data: shown.map(({ pictures, source, authorIds, ...place }) => ({
      ...place,
      source,
      sourceHash: sourceHash(source, [...new Set(pictures.map((hash) => (hash === before ? after : hash)))]),
      authorIds: [...new Set([...authorIds, accountId])],
      createdAt: now,
    })),
  });
}
