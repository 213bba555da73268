import { holdsAccount, isAsked, isTold } from '#domain/cohorts/rule.ts';
import { type Category, type Facts, factsSchema, type Status } from '#model/facts.ts';
import type { PrismaClient, Proof } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';
import type { Transaction } from '#domain/core/context.ts';

/** One active action of one cohort that holds the account. */
export interface Ask {
  cohort: string;
  kind: 'change_password' | 'sign_in_again' | 'upgrade_app';
  since: Date;
  proof: Proof;
  platform: string | null;
  fixedVersion: string | null;
  endsAt: Date | null;
}

/** One incident as far as it concerns one account. */
export interface ToldIncident {
  slug: string;
  facts: Facts;
  status: Status;
  published: Locale[];
  /** Those that hold the account. */
  cohorts: { name: string; dataInvolved: Category[] }[];
  asks: Ask[];
}

interface CohortRow {
  incidentId: number;
  name: string;
  dataInvolved: Category[];
  kind: Ask['kind'] | null;
  since: Date;
  proof: Proof;
  platform: string | null;
  fixedVersion: string | null;
  endsAt: Date | null;
}

interface IncidentRow {
  id: number;
  slug: string;
  facts: unknown;
  status: Status | null;
  published: Locale[] | null;
}

/** Every incident that an account is told of, newest first: its published facts, the cohorts that hold the account, what is asked of it. */
export async function toldIncidents(db: PrismaClient | Transaction, accountId: bigint, now: Date): Promise<ToldIncident[]> {
  const rows = await db.$queryRaw<CohortRow[]>`
    SELECT c."incidentId", c.name, c."dataInvolved", r.kind::text AS kind, r.since, r.proof::text AS proof, r.platform, r."fixedVersion", r."endsAt"
    FROM "Account" a JOIN "Cohort" c ON ${holdsAccount} LEFT JOIN "RequiredAction" r ON r."cohortId" = c.id AND ${isAsked(now)}
    WHERE a.id = ${accountId} AND ${isTold} ORDER BY c.id, r.id`;
  const mine = Map.groupBy(rows, (row) => row.incidentId);
  const incidents = await readIncidents(db, [...mine.keys()]);
  return incidents.map(({ id, slug, facts, status, published }) => {
    const own = mine.get(id) ?? [];
    return {
      slug,
      facts: factsSchema.parse(facts),
      status: status ?? 'investigating',
      published: published ?? [],
      cohorts: [...Map.groupBy(own, (row) => row.name).values()].flatMap(([first]) => (first ? [{ name: first.name, dataInvolved: first.dataInvolved }] : [])),
      asks: own.flatMap(({ name, kind, since, proof, platform, fixedVersion, endsAt }) =>
        kind ? [{ cohort: name, kind, since, proof, platform, fixedVersion, endsAt }] : [],
      ),
    };
  });
}

/** Published incidents, and those of `toldFirst` cohorts in the facts that stand now. */
function readIncidents(db: PrismaClient | Transaction, concerning: number[]): Promise<IncidentRow[]> {
  return db.$queryRaw<IncidentRow[]>`
    SELECT i.id, i.slug, shown.status, shown.published, coalesce(shown.facts, newest.json) AS facts
    FROM "Incident" i
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT p.locale) FILTER (WHERE p."updateId" IS NULL) AS published,
        (array_agg(f.json ORDER BY p."editionNumber" DESC, p.id DESC) FILTER (WHERE p."updateId" IS NULL AND f.id IS NOT NULL))[1] AS facts,
        (array_agg(u.status::text ORDER BY u.at DESC) FILTER (WHERE u.id IS NOT NULL))[1] AS status
      FROM "Post" o JOIN "Publication" p ON p."postId" = o.id
        LEFT JOIN "FactsRevision" f ON f.id = p."factsRevisionId" LEFT JOIN "Update" u ON u.id = p."updateId"
      WHERE o."incidentId" = i.id AND o.kind = 'advisory'
    ) shown ON TRUE
    LEFT JOIN LATERAL (SELECT f.json FROM "FactsRevision" f WHERE f."incidentId" = i.id ORDER BY f.id DESC LIMIT 1) newest ON TRUE
    WHERE (shown.published IS NOT NULL OR i.id = ANY(${concerning}::int[])) AND coalesce(shown.facts, newest.json) IS NOT NULL
    ORDER BY i."detectedAt" DESC, i.id DESC`;
}
