import { Prisma } from '#generated/prisma/client.ts';

/** Whether the live rule of cohort `c` holds account `a`. */
export const ruleHolds = Prisma.sql`(CASE
  WHEN c.rule ? 'everyone' THEN TRUE
  WHEN c.rule ? 'market' THEN a.market = c.rule->>'market'
  WHEN c.rule ? 'createdBefore' THEN a."createdAt" < (c.rule->>'createdBefore')::timestamptz
  ELSE FALSE END)`;

/** Whether cohort `c` holds account `a`: a rule over the account's own row, or one probe of the list's primary key. */
export const holdsAccount = Prisma.sql`(CASE
  WHEN c.rule IS NULL THEN EXISTS (SELECT 1 FROM "CohortMember" m WHERE m."accountId" = a.id AND m."cohortId" = c.id)
  ELSE ${ruleHolds} END)`;

/** The cohorts that hold account `a`, by `id`: its lists by its own rows there, and the live rules, which are few. It costs the same however many lists there are. */
export const cohortsOfAccount = Prisma.sql`(
  SELECT m."cohortId" AS id FROM "CohortMember" m WHERE m."accountId" = a.id
  UNION ALL SELECT c.id FROM "Cohort" c WHERE c.rule IS NOT NULL AND ${ruleHolds})`;
