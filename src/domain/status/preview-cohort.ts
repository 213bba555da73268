import { z } from 'zod';
import type { Site } from '#model/site.ts';
import { endsAfterItBegins, namesItsUpgrade, orderFields } from '#domain/actions/order-input.ts';
import { someOfCohort } from '#domain/cohorts/sql.ts';
import type { Context } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { isTold } from '#domain/incidents/sql.ts';
import type { IncidentView } from './account-view.ts';
import { incidentView } from './incident-view.ts';
import { readAccount } from './read-account.ts';
import { type Ask, toldIncident } from './told-incidents.ts';

/** Accounts of the cohort among which kinds are told apart. */
const POOL = 1_000;
/** Kinds of account that are read, the commonest first, until there are as many readings as are shown. */
const KINDS_READ = 20;
const SAMPLES = 3;

export interface PreviewView {
  /** As it was counted last; `countedAt` is ISO 8601. */
  size: number;
  staff: number;
  countedAt: string;
  /** Whether its people are told of the incident by now. */
  told: boolean;
  /** Who speaks; null before the first publication. */
  site: Site | null;
  /** At most three, those who read something different first. */
  samples: Sample[];
}

/** What one account is told, or would be. */
interface Sample {
  accountId: string;
  staff: boolean;
  incident: IncidentView;
}

interface CohortRow {
  id: number;
  incidentId: number;
  told: boolean;
  size: number;
  staff: number;
  countedAt: Date;
}

const orderInput = z.strictObject(orderFields).refine(namesItsUpgrade, 'platform_and_version').refine(endsAfterItBegins, 'ends_before_it_begins');

/** What the accounts of a cohort read about its incident, or would read if `order` were given now. Throws NotFound. */
export const previewCohort = query({
  name: 'status/preview-cohort',
  input: z.strictObject({
    incidentSlug: z.string().max(200),
    cohort: z.string().max(60),
    order: orderInput.optional(),
  }),
  async run(ctx, { incidentSlug, cohort: name, order }): Promise<PreviewView> {
    const [cohort] = await ctx.db.$queryRaw<CohortRow[]>`
      SELECT c.id, c."incidentId", ${isTold} AS told, c.size, c.staff, c."countedAt" FROM "Cohort" c JOIN "Incident" i ON i.id = c."incidentId"
      WHERE i.slug = ${incidentSlug} AND c.name = ${name}`;
    if (!cohort) throw new NotFound(`There is no incident "${incidentSlug}" with a cohort "${name}".`);
    const asks = order ? [askOf(order, name, ctx.now)] : [];
    const [samples, alike]: [Sample[], Sample[]] = [[], []];
    const readings = new Set<string>();
    for (const id of await kindsIn(ctx, cohort.id)) {
      const [account, told] = await Promise.all([readAccount(ctx.db, id), toldIncident(ctx, id, cohort.incidentId)]);
      if (!told) break;
      const incident = incidentView(account, { ...told, asks: [...told.asks, ...asks] }, ctx.now);
      const reading = JSON.stringify([incident.state, incident.dataInvolved, incident.todo.map(({ kind, done, tone }) => [kind, done, tone])]);
      (readings.has(reading) ? alike : samples).push({ accountId: String(id), staff: account.roles.length > 0, incident });
      readings.add(reading);
      if (samples.length === SAMPLES) break;
    }
    const { size, staff, countedAt, told } = cohort;
    return { size, staff, countedAt: countedAt.toISOString(), told, site: await publishedSite(ctx.db), samples: [...samples, ...alike].slice(0, SAMPLES) };
  },
});

/** The order as it would be asked if it were given now. */
function askOf({ kind, proof, platform, fixedVersion, endsAt }: z.output<typeof orderInput>, cohort: string, since: Date): Ask {
  return { cohort, kind, proof, since, platform: platform ?? null, fixedVersion: fixedVersion ?? null, endsAt: endsAt ?? null };
}

/** One account of each kind that the cohort holds, the commonest first, then more of them: kinds differ in what an account's status is made of. */
async function kindsIn({ db }: Context, cohortId: number): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ ids: bigint[] }[]>`
    SELECT (array_agg(k.id ORDER BY k.id))[1:${SAMPLES}::int] AS ids FROM (
      SELECT a.id, cardinality(a.roles) > 0 AS staff,
        (SELECT array_agg(DISTINCT v.platform || ' ' || v.version) FROM "AppInstall" v WHERE v."accountId" = a.id) AS apps,
        (SELECT array_agg(m."cohortId" ORDER BY m."cohortId") FROM "CohortMember" m WHERE m."accountId" = a.id) AS lists
      FROM "Cohort" c CROSS JOIN LATERAL ${someOfCohort(POOL)} a WHERE c.id = ${cohortId}
    ) k GROUP BY k.staff, k.apps, k.lists ORDER BY count(*) DESC, min(k.id) LIMIT ${KINDS_READ}`;
  return [...rows.flatMap(({ ids }) => ids.slice(0, 1)), ...rows.flatMap(({ ids }) => ids.slice(1))].slice(0, KINDS_READ);
}
