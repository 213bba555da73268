import { z } from 'zod';
import { CATEGORIES } from '#model/facts.ts';
import { Prisma } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { countAccounts } from './count-accounts.ts';
import type { Listed, Unmatched } from './listed.ts';
import { matchAddresses } from './match-addresses.ts';
import { matchIds } from './match-ids.ts';
import { type Rule, ruleSchema } from './rule.ts';

export const cohortName = z.string().regex(/^[a-z0-9-]{1,60}$/, 'cohort_name_invalid');
export const accountId = z.string().regex(/^\d{1,18}$/, 'account_unknown');

/** Milliseconds to write a list in; a million accounts take some seconds. */
const WRITING_MS = 3_600_000;

export interface CohortView {
  cohortId: number;
  /** Accounts in it that are not closed, how many of them are the team's own, and when that was counted (ISO 8601, the database's time). */
  size: number;
  staff: number;
  countedAt: string;
  /** The lines of `addresses` that are nobody's. */
  unmatched: Unmatched[];
}

const isLines = (value: unknown): value is AsyncIterable<string> => typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/**
 * Names the accounts that an incident concerns in one way: by a live rule, or by a list. `addresses` are lines with one address each. Throws
 * NotFound for the incident, Conflict `cohort_exists`, and Invalid for an account that is not there or lines of which none is anybody's.
 */
export const defineCohort = verb({
  name: 'cohorts/define-cohort',
  input: z
    .strictObject({
      incidentSlug: z.string().max(200),
      name: cohortName,
      rule: ruleSchema.optional(),
      accountIds: z.array(accountId).optional(),
      addresses: z.custom<AsyncIterable<string>>(isLines).optional(),
      /** Keeps the lines that are nobody's before anything is changed: what it throws defines no cohort. Not called where there are none. */
      keepUnmatched: z.custom<(unmatched: Unmatched[]) => Promise<void>>((value) => typeof value === 'function').optional(),
      dataInvolved: z.array(z.enum(CATEGORIES)),
      toldFirst: z.boolean(),
    })
    .refine(({ rule, accountIds, addresses }) => [rule, accountIds, addresses].filter((way) => way !== undefined).length === 1, 'rule_or_list'),
  timeoutMs: WRITING_MS,
  async prepare(ctx, { incidentSlug, name, rule, accountIds = [], addresses, keepUnmatched }) {
    const incident = await ctx.db.incident.findUnique({ where: { slug: incidentSlug }, select: { id: true, cohorts: { where: { name } } } });
    if (!incident) throw new NotFound(`There is no incident "${incidentSlug}".`);
    // Said before a million lines are read; the transaction asks again.
    if (incident.cohorts.length > 0) throw exists(incidentSlug, name);
    const listed = await membersOf(ctx, rule, accountIds, addresses);
    if (listed.unmatched.length > 0) await keepUnmatched?.(listed.unmatched);
    return { incidentId: incident.id, listed };
  },
  async run(tx, ctx, { incidentSlug, name, rule, dataInvolved, toldFirst }, { incidentId, listed }): Promise<CohortView> {
    const { ids, size, staff, countedAt, unmatched } = listed;
    const cohort = { incidentId, name, rule: rule ?? Prisma.DbNull, dataInvolved, toldFirst, size, staff, countedAt };
    const [made] = await tx.cohort.createManyAndReturn({ data: [cohort], skipDuplicates: true });
    if (!made) throw exists(incidentSlug, name);
    let written = 0;
    for (const array of ids) {
      written += await tx.$executeRaw`
        INSERT INTO "CohortMember" ("accountId", "cohortId")
        SELECT a.id, ${made.id} FROM unnest(${array}::bigint[]) AS listed(id) JOIN "Account" a USING (id)`;
      ctx.progress?.('Writing the list', written, Math.max(written, size));
    }
    return { cohortId: made.id, size, staff, countedAt: countedAt.toISOString(), unmatched };
  },
  audit: (view, { incidentSlug, name, rule, toldFirst }) => {
    const { size, staff, unmatched } = view;
    const detail = { incident: incidentSlug, name, rule: rule ? JSON.stringify(rule) : 'list', size, staff, unmatched: unmatched.length, toldFirst };
    return { subject: `cohort:${view.cohortId}`, detail };
  },
});

function exists(incidentSlug: string, name: string): Conflict {
  return new Conflict('cohort_exists', `The incident "${incidentSlug}" has a cohort "${name}" already.`);
}

async function membersOf(ctx: Context, rule: Rule | undefined, accountIds: string[], addresses: AsyncIterable<string> | undefined): Promise<Listed> {
  if (rule) return { ...(await countAccounts(ctx, { rule })), ids: [], unmatched: [] };
  if (!addresses) return matchIds(ctx, accountIds);
  const listed = await matchAddresses(ctx, addresses);
  // Most likely another file than was meant.
  if (listed.ids.length === 0) throw new Invalid({ addresses: 'nobody_matched' });
  return listed;
}
