import { z } from 'zod';
import { CATEGORIES } from '#model/facts.ts';
import { Prisma } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { type Rule, ruleSchema } from './rule.ts';
import { holdsAccount } from './sql.ts';

export const cohortName = z.string().regex(/^[a-z0-9-]{1,60}$/, 'cohort_name_invalid');
export const accountId = z.string().regex(/^\d{1,18}$/, 'account_unknown');

export interface CohortView {
  cohortId: number;
  /** Accounts in it now. */
  size: number;
}

/**
 * Names the accounts that an incident concerns in one way: by a live rule, or by a list. Throws NotFound for the incident,
 * Conflict `cohort_exists`, and Invalid for an account that is not there.
 */
export const defineCohort = verb({
  name: 'cohorts/define-cohort',
  input: z
    .strictObject({
      incidentSlug: z.string().max(200),
      name: cohortName,
      rule: ruleSchema.optional(),
      accountIds: z.array(accountId).optional(),
      dataInvolved: z.array(z.enum(CATEGORIES)),
      toldFirst: z.boolean(),
    })
    .refine((input) => (input.rule === undefined) !== (input.accountIds === undefined), 'rule_or_list'),
  async run(tx, _ctx, { incidentSlug, name, rule, accountIds = [], dataInvolved, toldFirst }): Promise<CohortView> {
    const incident = await tx.incident.findUnique({ where: { slug: incidentSlug } });
    if (!incident) throw new NotFound(`There is no incident "${incidentSlug}".`);
    const ids = [...new Set(accountIds.map(BigInt))];
    const cohort = { incidentId: incident.id, name, rule: rule ?? Prisma.DbNull, dataInvolved, toldFirst, size: ids.length };
    const [made] = await tx.cohort.createManyAndReturn({ data: [cohort], skipDuplicates: true });
    if (!made) throw new Conflict('cohort_exists', `The incident "${incidentSlug}" has a cohort "${name}" already.`);
    const size = rule ? await count(tx, made.id) : await list(tx, made.id, ids);
    await tx.cohort.update({ where: { id: made.id }, data: { size } });
    return { cohortId: made.id, size };
  },
  audit: (view, { incidentSlug, name, rule, toldFirst }) => {
    return { subject: `cohort:${view.cohortId}`, detail: { incident: incidentSlug, name, rule: rule ? describe(rule) : 'list', size: view.size, toldFirst } };
  },
});

const describe = (rule: Rule) => JSON.stringify(rule);

async function count(tx: Transaction, cohortId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ size: bigint }[]>`
    SELECT count(*) AS size FROM "Account" a JOIN "Cohort" c ON c.id = ${cohortId} AND ${holdsAccount} WHERE a."disabledAt" IS NULL`;
  return Number(row?.size ?? 0);
}

/** One statement for the whole list, however long. */
async function list(tx: Transaction, cohortId: number, ids: bigint[]): Promise<number> {
  const size = await tx.$executeRaw`
    INSERT INTO "CohortMember" ("accountId", "cohortId") SELECT a.id, ${cohortId} FROM "Account" a WHERE a.id = ANY(${ids}::bigint[])`;
  if (size !== ids.length) throw new Invalid({ accountIds: 'account_unknown' });
  return size;
}
