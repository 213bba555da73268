import type { Transaction } from '#domain/core/context.ts';
import type { Site } from '#model/site.ts';

/** Gives the id of the revision that a site is: the one with the same content, or a new one. */
export async function saveSite(tx: Transaction, site: Site, now: Date): Promise<number> {
  // The hash is of the json as PostgreSQL writes it, so the order of its keys makes no other site.
  const [row] = await tx.$queryRaw<[{ id: number }]>`
    WITH given AS (SELECT ${JSON.stringify(site)}::jsonb AS json)
    INSERT INTO "SiteRevision" (json, hash, "createdAt") SELECT json, encode(sha256(convert_to(json::text, 'UTF8')), 'hex'), ${now} FROM given
    ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash RETURNING id`;
  return row.id;
}
