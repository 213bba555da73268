import type { Transaction } from '#domain/core/context.ts';
import type { Site } from '#model/site.ts';

/** Gives the id of the revision that a site is: the newest one, when it says the same, or a new one. */
export async function saveSite(tx: Transaction, site: Site, now: Date): Promise<number> {
  // The hash is of the json as PostgreSQL writes it, so the order of its keys makes no other site.
  const [row] = await tx.$queryRaw<[{ id: number }]>`
    WITH given AS (
      SELECT json, encode(sha256(convert_to(json::text, 'UTF8')), 'hex') AS hash FROM (SELECT ${JSON.stringify(site)}::jsonb AS json) site
    ), same AS (
      SELECT id FROM "SiteRevision" WHERE id = (SELECT max(id) FROM "SiteRevision") AND hash = (SELECT hash FROM given)
    ), made AS (
      INSERT INTO "SiteRevision" (json, hash, "createdAt") SELECT json, hash, ${now} FROM given WHERE NOT EXISTS (SELECT FROM same) RETURNING id
    )
    SELECT id FROM same UNION ALL SELECT id FROM made`;
  return row.id;
}
