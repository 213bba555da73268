import type { Transaction } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import type { NamedText } from './named-text.ts';

/** What becomes a row of `Publication`. */
interface DueText {
  postId: number;
  updateId: number | null;
  locale: string;
  revisionId: number;
  factsRevisionId: number | null;
  renderingId: number;
}

interface NamedRow extends DueText {
  /** The rendering is of this text with these facts, and the facts are of its incident. */
  fits: boolean;
  isLive: boolean;
  /** Something newer of the same text or its facts is live. */
  isStale: boolean;
}

/**
 * Those of the named texts that differ from what is live. One statement. Throws Invalid when a name stands for nothing, or two stand for one place,
 * and Conflict `published_meanwhile` when something newer is live: who goes back to an earlier text pushes it again, which makes it the newest.
 */
export async function dueTexts(tx: Transaction, texts: readonly NamedText[]): Promise<DueText[]> {
  const rows = await tx.$queryRaw<NamedRow[]>`
    SELECT v."postId", v."updateId", v.locale, v.id AS "revisionId", f.id AS "factsRevisionId", r.id AS "renderingId",
      r."sourceHash" = v."sourceHash" AND r."factsHash" = coalesce(f.hash, '') AND f."incidentId" IS NOT DISTINCT FROM o."incidentId" AS fits,
      live.id IS NOT NULL AND live."revisionId" = v.id AND live."factsRevisionId" IS NOT DISTINCT FROM f.id AND live."renderingId" = r.id AS "isLive",
      coalesce(v.id < live."revisionId", FALSE) OR coalesce(f.id < live."factsRevisionId", FALSE) AS "isStale"
    FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS n(revision int, facts int, rendering int)
    JOIN "Revision" v ON v.id = n.revision JOIN "Post" o ON o.id = v."postId" JOIN "Rendering" r ON r.id = n.rendering
    LEFT JOIN "FactsRevision" f ON f.id = n.facts
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
  if (rows.some(({ isStale }) => isStale))
    throw new Conflict(
      'published_meanwhile',
      'Somebody else published something newer in the meantime; nothing was published. Push again, and look at what is new.',
    );
  return rows.filter(({ isLive }) => !isLive).map(({ fits: _fits, isLive: _isLive, isStale: _isStale, ...due }) => due);
}
