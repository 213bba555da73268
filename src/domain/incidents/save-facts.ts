import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '#domain/core/context.ts';
import type { Facts } from '#model/facts.ts';

export interface SavedFacts {
  incidentId: number;
  /** Id of the facts revision that the facts now are. */
  revision: number;
  hash: string;
  isNew: boolean;
}

/**
 * Makes a revision of each incident's facts that differ from its newest one, and answers by the incident's slug. A new incident
 * gets its row; one that is published keeps its own, which publishing alone changes. `authorIds` wrote them in the studio. `sources`: the YAML of
 * each, by its slug; where that alone differs, the newest revision has it from now on. Four statements, however many incidents.
 */
export async function saveFacts(
  tx: Transaction,
  incidents: ReadonlyMap<string, Facts>,
  now: Date,
  authorIds: readonly bigint[] = [],
  sources: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, SavedFacts>> {
  const ids = await saveIncidents(tx, incidents);
  const newest = await newestFacts(tx, [...ids.values()]);
  const standing = new Map(newest.map((row) => [row.incidentId, row]));
  const given = [...incidents].map(([slug, facts]) => {
    const json = JSON.parse(JSON.stringify(facts));
    return { slug, incidentId: ids.get(slug) as number, json, source: sources.get(slug) ?? null, hash: factsHash(facts) };
  });
  // Facts that return to an earlier state are a new row: where people are told first, the newest one counts.
  // The order in which fields are written makes no other facts.
  const isStanding = ({ incidentId, json }: (typeof given)[number]) => isDeepStrictEqual(standing.get(incidentId)?.json, json);
  const data = given.flatMap((one) => {
    const { incidentId, json, source, hash } = one;
    return isStanding(one) ? [] : [{ incidentId, json, source, hash, createdAt: now, authorIds: [...authorIds] }];
  });
  const respelt = given.flatMap((one) => {
    const held = standing.get(one.incidentId);
    return held && isStanding(one) && one.source !== null && one.source !== held.source ? [{ id: held.id, source: one.source }] : [];
  });
  if (respelt.length > 0) await keepSources(tx, respelt);
  const made = await tx.factsRevision.createManyAndReturn({ data, select: { id: true, incidentId: true } });
  const added = new Map(made.map((row) => [row.incidentId, row.id]));
  return new Map(
    given.map(({ slug, incidentId, hash }) => {
      const id = added.get(incidentId);
      const held = standing.get(incidentId);
      return [slug, { incidentId, hash: id === undefined && held ? held.hash : hash, revision: id ?? (held?.id as number), isNew: id !== undefined }];
    }),
  );
}

/** A comment changes nothing that the facts say, and comes back to who wrote it. */
async function keepSources(tx: Transaction, written: readonly { id: number; source: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "FactsRevision" f SET source = g.source FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS g(id int, source text)
    WHERE f.id = g.id`;
}

/** SHA-256 (hex) of facts as they are stored. */
export function factsHash(facts: Facts): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Has those who have written the same facts again stand in their revision: nobody approves their own facts. */
export async function addFactsAuthors(tx: Transaction, id: number, authorIds: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "FactsRevision" SET "authorIds" = ARRAY(SELECT DISTINCT unnest("authorIds" || ${[...authorIds]}::bigint[]) ORDER BY 1) WHERE id = ${id}`;
}

async function saveIncidents(tx: Transaction, incidents: ReadonlyMap<string, Facts>): Promise<Map<string, number>> {
  const given = [...incidents].map(([slug, { title, detectedAt }]) => ({ slug, title: title.en ?? slug, detectedAt }));
  // A published incident is left out of the update, and found by the second half.
  const rows = await tx.$queryRaw<{ id: number; slug: string }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g(slug text, title text, "detectedAt" timestamptz)
    ), saved AS (
      INSERT INTO "Incident" AS i (slug, title, "detectedAt") SELECT slug, title, "detectedAt" FROM given
      ON CONFLICT (slug) DO UPDATE SET title = excluded.title, "detectedAt" = excluded."detectedAt"
        WHERE NOT EXISTS (SELECT 1 FROM "Post" o JOIN "Publication" p ON p."postId" = o.id WHERE o."incidentId" = i.id)
      RETURNING id, slug
    )
    SELECT id, slug FROM saved UNION SELECT i.id, i.slug FROM "Incident" i JOIN given USING (slug)`;
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

function newestFacts(
  tx: Transaction,
  incidentIds: number[],
): Promise<{ id: number; incidentId: number; json: unknown; source: string | null; hash: string }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT ON ("incidentId") id, "incidentId", json, source, hash
    FROM "FactsRevision" WHERE "incidentId" = ANY(${incidentIds}::int[]) ORDER BY "incidentId", id DESC`;
}
