import { Prisma } from '#generated/prisma/client.ts';

/** Whether the live rule of cohort `c` holds account `a`. */
export const ruleHolds = Prisma.sql`(CASE
  WHEN c.rule ? 'everyone' THEN TRUE
  WHEN c.rule ? 'market' THEN a.market = c.rule->>'market'
  WHEN c.rule ? 'createdBefore' THEN a."createdAt" < (c.rule->>'createdBefore')::timestamptz
  ELSE FALSE END)`;

/** The first accounts of cohort `c` that are not closed, at most so many: a list by its own rows. */
export function someOfCohort(limit: number): Prisma.Sql {
  const columns = Prisma.sql`a.id, a.roles`;
  return Prisma.sql`(
    (SELECT ${columns} FROM "CohortMember" m JOIN "Account" a ON a.id = m."accountId"
      WHERE c.rule IS NULL AND m."cohortId" = c.id AND a."disabledAt" IS NULL LIMIT ${limit})
    UNION ALL (SELECT ${columns} FROM "Account" a WHERE c.rule IS NOT NULL AND ${ruleHolds} AND a."disabledAt" IS NULL LIMIT ${limit}))`;
}

/** The cohorts that hold account `a`, by `id`: its lists by its own rows there, and the live rules, which are few. It costs the same however many lists there are. */
export const cohortsOfAccount = Prisma.sql`(
  SELECT m."cohortId" AS id FROM "CohortMember" m WHERE m."accountId" = a.id
  UNION ALL SELECT c.id FROM "Cohort" c WHERE c.rule IS NOT NULL AND ${ruleHolds})`;
