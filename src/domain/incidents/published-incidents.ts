import type { PrismaClient } from '#generated/prisma/client.ts';
import { type Facts, factsSchema, type Status } from '#model/facts.ts';
import { isBelow } from '#model/version.ts';
import type { Locale } from '#paths';
import type { Transaction } from '#domain/core/context.ts';

/** An incident as an edition tells of it. */
interface PublishedIncident {
  id: number;
  slug: string;
  facts: Facts;
  status: Status;
  /** Locales in which its advisory can be read. */
  published: Locale[];
}

export interface PublishedIncidents {
  incidents: PublishedIncident[];
  /** By platform, the highest version that any of them says is fixed. */
  fixedVersions: ReadonlyMap<string, string>;
}

interface Row {
  id: number;
  slug: string;
  factsRevisionId: number;
  facts: unknown;
  status: Status | null;
  published: Locale[];
}

interface Known {
  edition: number;
  told: Promise<PublishedIncidents>;
}

const known = new WeakMap<PrismaClient, Known>();
const parsed = new WeakMap<PrismaClient, Map<number, Facts>>();

/**
 * What an edition tells of incidents. An edition never changes, so it is read once a process and edition, and facts are parsed
 * once a revision. `db` is the process's client, `reader` what reads: a transaction reads by itself.
 */
export function publishedIncidents(db: PrismaClient, reader: PrismaClient | Transaction, edition: number): Promise<PublishedIncidents> {
  const held = known.get(db);
  if (held?.edition === edition) return held.told;
  const told = read(db, reader, edition);
  known.set(db, { edition, told });
  told.catch(() => known.delete(db));
  return told;
}

async function read(db: PrismaClient, reader: PrismaClient | Transaction, edition: number): Promise<PublishedIncidents> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT i.id, i.slug, shown.*, f.json AS facts
    FROM "Incident" i
    JOIN LATERAL (
      SELECT array_agg(DISTINCT p.locale) FILTER (WHERE p."updateId" IS NULL) AS published,
        (array_agg(p."factsRevisionId" ORDER BY p."editionNumber" DESC, p.id DESC) FILTER (WHERE p."updateId" IS NULL))[1] AS "factsRevisionId",
        (array_agg(u.status::text ORDER BY u.at DESC, u.slug COLLATE "C" DESC) FILTER (WHERE u.id IS NOT NULL))[1] AS status
      FROM "Post" o JOIN "Publication" p ON p."postId" = o.id AND p."editionNumber" <= ${edition} LEFT JOIN "Update" u ON u.id = p."updateId"
      WHERE o."incidentId" = i.id AND o.kind = 'advisory'
    ) shown ON shown.published IS NOT NULL
    JOIN "FactsRevision" f ON f.id = shown."factsRevisionId"`;
  const facts = new Map(rows.map((row) => [row.factsRevisionId, parsed.get(db)?.get(row.factsRevisionId) ?? factsSchema.parse(row.facts)]));
  parsed.set(db, facts);
  const incidents = rows.map(({ id, slug, factsRevisionId, status, published }) => {
    return { id, slug, facts: facts.get(factsRevisionId) as Facts, status: status ?? 'investigating', published };
  });
  return { incidents, fixedVersions: fixedVersionsOf(incidents) };
}

function fixedVersionsOf(incidents: PublishedIncident[]): Map<string, string> {
  const highest = new Map<string, string>();
  for (const { platform, action, fixedVersion } of incidents.flatMap(({ facts }) => facts.platforms)) {
    const before = highest.get(platform);
    if (action === 'upgrade' && fixedVersion !== undefined && (before === undefined || isBelow(before, fixedVersion))) highest.set(platform, fixedVersion);
  }
  return highest;
}
