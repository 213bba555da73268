import type { ActionKind } from '#model/actions.ts';
import { type Category, type Facts, factsSchema, type Status } from '#model/facts.ts';
import { newestIncidentFirst } from '#model/newest-incident-first.ts';
import type { ProofMethod } from '#model/proofs.ts';
import type { Locale } from '#paths';
import type { Order } from '#domain/actions/action-kind.ts';
import { isAsked } from '#domain/actions/sql.ts';
import { cohortsOfAccount } from '#domain/cohorts/sql.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { publishedIncidents } from '#domain/incidents/published-incidents.ts';

/** One active action of one cohort that holds the account. */
export interface Ask extends Order {
  cohort: string;
  kind: ActionKind;
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

export interface Told {
  /** Those that go on, and those that concern the account: newest first. */
  incidents: ToldIncident[];
  /** How many published ones are over and did not concern it. */
  earlier: number;
  /** By platform, the highest version that any published incident says is fixed. */
  fixedVersions: ReadonlyMap<string, string>;
}

interface Row {
  edition: number;
  cohortId: number | null;
  incidentId: number;
  name: string;
  dataInvolved: Category[];
  toldFirst: boolean;
  kind: ActionKind | null;
  since: Date;
  proof: ProofMethod;
  platform: string | null;
  fixedVersion: string | null;
  endsAt: Date | null;
}

/**
 * What an account is told: published facts, the cohorts that hold it, what is asked of it. One statement, by the account's own
 * rows; what the public can read comes from the edition, which is read once.
 */
export async function toldIncidents({ db }: Pick<Context, 'db'>, accountId: bigint, reader: Context['db'] | Transaction = db): Promise<Told> {
  const rows = await readOwn(reader, accountId);
  const { incidents: published, fixedVersions } = await publishedIncidents(db, reader, rows[0]?.edition ?? 0);
  const own = Map.groupBy(
    rows.filter(({ cohortId }) => cohortId !== null),
    ({ incidentId }) => incidentId,
  );
  const shown = published.filter(({ id, status }) => status !== 'resolved' || own.has(id)).map((incident) => concern(incident, own.get(incident.id) ?? []));
  const early = await readEarly(reader, own, new Set(published.map(({ id }) => id)));
  const incidents = [...early, ...shown].sort(newestIncidentFirst);
  return { incidents, earlier: published.length - shown.length, fixedVersions };
}

/** One incident as it is told to an account, or as it will be: in the facts that are published, else in those that stand now. Null where it has none. */
export async function toldIncident({ db }: Pick<Context, 'db'>, accountId: bigint, incidentId: number): Promise<ToldIncident | null> {
  const rows = await readOwn(db, accountId);
  const { incidents: published } = await publishedIncidents(db, db, rows[0]?.edition ?? 0);
  const incident = published.find(({ id }) => id === incidentId) ?? (await unpublished(db, [incidentId]))[0];
  const own = rows.filter((row) => row.incidentId === incidentId);
  return incident ? concern(incident, own) : null;
}

/** The cohorts that hold an account and what they are asked for now; a row without a cohort where none does. */
function readOwn(reader: Context['db'] | Transaction, accountId: bigint): Promise<Row[]> {
  return reader.$queryRaw<Row[]>`
    SELECT e.edition, own.* FROM (SELECT coalesce(max(number), 0) AS edition FROM "Edition") e LEFT JOIN (
      SELECT c.id AS "cohortId", c."incidentId", c.name, c."dataInvolved", c."toldFirst",
        r.id AS "actionId", r.kind::text AS kind, r.since, r.proof::text AS proof, r.platform, r."fixedVersion", r."endsAt"
      FROM "Account" a CROSS JOIN LATERAL ${cohortsOfAccount} AS mine JOIN "Cohort" c ON c.id = mine.id
        LEFT JOIN "RequiredAction" r ON r."cohortId" = c.id AND ${isAsked}
      WHERE a.id = ${accountId}
    ) own ON TRUE ORDER BY own."cohortId", own."actionId"`;
}

/** Incidents of which nothing is published, and these people are told first: in the facts that stand now. */
async function readEarly(reader: Context['db'] | Transaction, own: Map<number, Row[]>, published: ReadonlySet<number>): Promise<ToldIncident[]> {
  const ids = [...own].filter(([id, rows]) => !published.has(id) && rows.some(({ toldFirst }) => toldFirst)).map(([id]) => id);
  if (ids.length === 0) return [];
  return (await unpublished(reader, ids)).map((incident) => {
    const first = (own.get(incident.id) ?? []).filter(({ toldFirst }) => toldFirst);
    return concern(incident, first);
  });
}

/** Incidents by the facts that stand now. */
async function unpublished(reader: Context['db'] | Transaction, ids: number[]): Promise<(Untold & { id: number })[]> {
  const rows = await reader.$queryRaw<{ id: number; slug: string; facts: unknown }[]>`
    SELECT DISTINCT ON (i.id) i.id, i.slug, f.json AS facts FROM "Incident" i JOIN "FactsRevision" f ON f."incidentId" = i.id
    WHERE i.id = ANY(${ids}::int[]) ORDER BY i.id, f.id DESC`;
  return rows.map(({ id, slug, facts }) => ({ id, slug, facts: factsSchema.parse(facts), status: 'investigating', published: [] }));
}

/** An incident before it is said whom it concerns. */
type Untold = Omit<ToldIncident, 'cohorts' | 'asks'>;

function concern({ slug, facts, status, published }: Untold, own: Row[]): ToldIncident {
  return {
    slug,
    facts,
    status,
    published,
    cohorts: [...new Map(own.map(({ cohortId, name, dataInvolved }) => [cohortId, { name, dataInvolved }])).values()],
    asks: own.flatMap(({ name, kind, since, proof, platform, fixedVersion, endsAt }) =>
      kind ? [{ cohort: name, kind, since, proof, platform, fixedVersion, endsAt }] : [],
    ),
  };
}
