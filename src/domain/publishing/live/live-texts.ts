import type { Transaction } from '#domain/core/context.ts';
import type { PostKind } from '#generated/prisma/client.ts';

/** One locale of a post or update, as it is published last. */
export interface LiveText {
  postId: number;
  updateId: number | null;
  locale: string;
  kind: PostKind;
  /** Of the post. */
  slug: string;
  updateSlug: string | null;
  /** Of the update. */
  at: Date | null;
  revisionId: number;
  factsRevisionId: number | null;
  renderingId: number;
}

/** Every text that the public can read, one row a locale. */
export function liveTexts(tx: Pick<Transaction, '$queryRaw'>): Promise<LiveText[]> {
  return tx.$queryRaw<LiveText[]>`
    SELECT DISTINCT ON (p."postId", p."updateId", p.locale) p."postId", p."updateId", p.locale, o.kind::text AS kind, o.slug, u.slug AS "updateSlug", u.at,
      p."revisionId", p."factsRevisionId", p."renderingId"
    FROM "Publication" p JOIN "Post" o ON o.id = p."postId" LEFT JOIN "Update" u ON u.id = p."updateId"
    ORDER BY p."postId", p."updateId", p.locale, p."editionNumber" DESC, p.id DESC`;
}
