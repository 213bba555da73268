import type { Transaction } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import type { NamedText } from './named-text.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';

/** What becomes a row of `Publication`. */
interface DueRow {
  postId: number;
  updateId: number | null;
  locale: string;
  revisionId: number;
  factsRevisionId: number | null;
  renderingId: number;
}

/** What makes a named text differ from what is live: it is not live yet, its own words or pictures, its incident's facts, or how it is drawn. */
type TextNews = 'new' | 'text' | 'facts' | 'look';

export interface DueText {
  row: DueRow;
  /** What is live in its place; null where nothing was. */
  live: Pick<DueRow, 'revisionId' | 'factsRevisionId'> | null;
  /** Below the content folder. */
  path: string;
  news: TextNews;
}

interface NamedRow extends DueRow {
  kind: 'advisory' | 'note';
  slug: string;
  updateSlug: string | null;
  /** The rendering is of this text with these facts, and the facts are of its incident. */
  fits: boolean;
  /** Null for what is live as it is. */
  news: TextNews | null;
  liveRevisionId: number | null;
  liveFactsRevisionId: number | null;
  /** Something newer of the same text, its facts or its rendering is live. */
  isStale: boolean;
}

/**
 * Those of the named texts that differ from what is live. One statement. Throws Invalid when a name stands for nothing, or two stand for one place,
 * and Conflict `published_meanwhile` when something newer is live: who goes back to an earlier text pushes it again, which makes it the newest.
 */
export async function dueTexts(tx: Pick<Transaction, '$queryRaw'>, texts: readonly NamedText[]): Promise<DueText[]> {
  const rows = await tx.$queryRaw<NamedRow[]>`
    SELECT v."postId", v."updateId", v.locale, v.id AS "revisionId", f.id AS "factsRevisionId", r.id AS "renderingId",
      o.kind::text AS kind, o.slug, u.slug AS "updateSlug", live."revisionId" AS "liveRevisionId", live."factsRevisionId" AS "liveFactsRevisionId",
      r."sourceHash" = v."sourceHash" AND r."factsHash" = coalesce(f.hash, '') AND f."incidentId" IS NOT DISTINCT FROM o."incidentId" AS fits,
      CASE WHEN live.id IS NULL THEN 'new' WHEN live."revisionId" <> v.id THEN 'text'
        WHEN live."factsRevisionId" IS DISTINCT FROM f.id THEN 'facts' WHEN live."renderingId" <> r.id THEN 'look' END AS news,
      coalesce(v.id < live."revisionId", FALSE) OR coalesce(f.id < live."factsRevisionId", FALSE)
        OR (v.id = live."revisionId" AND f.id IS NOT DISTINCT FROM live."factsRevisionId" AND r.id < live."renderingId") AS "isStale"
    FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS n(revision int, facts int, rendering int)
    JOIN "Revision" v ON v.id = n.revision JOIN "Post" o ON o.id = v."postId" JOIN "Rendering" r ON r.id = n.rendering
    LEFT JOIN "Update" u ON u.id = v."updateId" LEFT JOIN "FactsRevision" f ON f.id = n.facts
    LEFT JOIN LATERAL (
      SELECT * FROM "Publication" p WHERE p."postId" = v."postId" AND p."updateId" IS NOT DISTINCT FROM v."updateId" AND p.locale = v.locale
      ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1
    ) live ON TRUE
    ORDER BY v.id`;
  const places = new Set(rows.map(({ postId, updateId, locale }) => `${postId}/${updateId}/${locale}`));
  if (rows.length < texts.length || places.size < texts.length || rows.some(({ fits }) => !fits))
    throw new Invalid(
      { texts: 'name one revision a text, with its facts and a rendering of both' },
      'What was named does not belong together; nothing was published.',
    );
  if (rows.some(({ isStale }) => isStale)) throw publishedMeanwhile();
  return rows.flatMap(({ postId, updateId, locale, revisionId, factsRevisionId, renderingId, news, liveRevisionId, liveFactsRevisionId, ...text }) => {
    if (news === null) return [];
    const live = liveRevisionId === null ? null : { revisionId: liveRevisionId, factsRevisionId: liveFactsRevisionId };
    return [{ row: { postId, updateId, locale, revisionId, factsRevisionId, renderingId }, live, path: storedTextPath({ ...text, locale }), news }];
  });
}

/** What is published is never older than what is live. */
export function publishedMeanwhile(): Conflict {
  return new Conflict(
    'published_meanwhile',
    'Something newer than this was published in the meantime; nothing was published. Push again, and look at what is new.',
  );
}
