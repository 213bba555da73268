import type { Transaction } from '#domain/core/context.ts';

/** A text in one language as it is being written. */
export interface DraftText {
  postId: number;
  updateId: number | null;
  locale: string;
  kind: 'advisory' | 'note';
  /** Of the post. */
  slug: string;
  updateSlug: string | null;
  source: string;
}

/** Every text as it was written last: in a draft, or in a revision that came after it. */
export function draftTexts(tx: Pick<Transaction, '$queryRaw'>): Promise<DraftText[]> {
  return tx.$queryRaw<DraftText[]>`
    SELECT DISTINCT ON (w."postId", w."updateId", w.locale) w."postId", w."updateId", w.locale, o.kind::text AS kind, o.slug, u.slug AS "updateSlug", w.source
    FROM (
      SELECT "postId", "updateId", locale, source, "savedAt" AS at, 0 AS id FROM "Draft"
      UNION ALL SELECT "postId", "updateId", locale, source, "createdAt", id FROM "Revision"
    ) w JOIN "Post" o ON o.id = w."postId" LEFT JOIN "Update" u ON u.id = w."updateId"
    ORDER BY w."postId", w."updateId", w.locale, w.at DESC, w.id DESC`;
}
