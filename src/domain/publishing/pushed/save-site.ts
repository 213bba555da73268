import type { Transaction } from '#domain/core/context.ts';
import type { Site } from '#model/site.ts';

/**
 * Gives the id of the revision that a site is: the newest one, when it says the same, or a new one. `source`: the YAML that it was read from; where
 * that alone differs, the newest revision has it from now on.
 */
export async function saveSite(tx: Transaction, site: Site, source: string, now: Date): Promise<number> {
  // The hash is of the json as PostgreSQL writes it, so the order of its keys makes no other site.
  const [row] = await tx.$queryRaw<[{ id: number }]>`
    WITH given AS (
      SELECT json, encode(sha256(convert_to(json::text, 'UTF8')), 'hex') AS hash FROM (SELECT ${JSON.stringify(site)}::jsonb AS json) site
    ), same AS (
      SELECT id FROM "SiteRevision" WHERE id = (SELECT max(id) FROM "SiteRevision") AND hash = (SELECT hash FROM given)
    ), kept AS (
      UPDATE "SiteRevision" s SET source = ${source} FROM same WHERE s.id = same.id AND s.source IS DISTINCT FROM ${source}
    ), made AS (
      INSERT INTO "SiteRevision" (json, source, hash, "createdAt") SELECT json, ${source}, hash, ${now} FROM given WHERE NOT EXISTS (SELECT FROM same) RETURNING id
    )
    SELECT id FROM same UNION ALL SELECT id FROM made`;
  return row.id;
}
