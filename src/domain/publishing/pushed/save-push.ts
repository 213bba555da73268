import type { Transaction } from '#domain/core/context.ts';
import type { NamedText } from '../named-text.ts';

/** Keeps what a push found as one set, and gives its id: the newest set's, when that names the same. */
export async function savePush(tx: Transaction, { site, texts }: { site: number; texts: readonly NamedText[] }, now: Date): Promise<number> {
  const [row] = await tx.$queryRaw<[{ id: number }]>`
    WITH given AS (
      SELECT ${site}::int AS site, ${JSON.stringify(texts)}::jsonb AS texts
    ), same AS (
      SELECT p.id FROM "Push" p, given g WHERE p.id = (SELECT max(id) FROM "Push") AND p."siteRevisionId" = g.site AND p.texts = g.texts
    ), made AS (
      INSERT INTO "Push" (at, "siteRevisionId", texts) SELECT ${now}, site, texts FROM given WHERE NOT EXISTS (SELECT FROM same) RETURNING id
    )
    SELECT id FROM same UNION ALL SELECT id FROM made`;
  return row.id;
}
