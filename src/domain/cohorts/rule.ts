import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';

/** A live rule reads only what people don't change by doing what they are asked. Anything else is counted and frozen to a list. */
export const ruleSchema = z.union([
  z.strictObject({ everyone: z.literal(true) }),
  z.strictObject({ market: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/) }),
  z.strictObject({ createdBefore: z.iso.datetime({ offset: true }) }),
]);
export type Rule = z.output<typeof ruleSchema>;

/** Whether cohort `c` holds account `a`: a rule over the account's own row, or one probe of the list's primary key. */
export const holdsAccount = Prisma.sql`(CASE
  WHEN c.rule IS NULL THEN EXISTS (SELECT 1 FROM "CohortMember" m WHERE m."accountId" = a.id AND m."cohortId" = c.id)
  WHEN c.rule ? 'everyone' THEN TRUE
  WHEN c.rule ? 'market' THEN a.market = c.rule->>'market'
  WHEN c.rule ? 'createdBefore' THEN a."createdAt" < (c.rule->>'createdBefore')::timestamptz
  ELSE FALSE END)`;

/** Whether the people of cohort `c` are told of its incident: its advisory is published, or they come first. */
export const isTold = Prisma.sql`(c."toldFirst" OR EXISTS (
  SELECT 1 FROM "Post" o JOIN "Publication" p ON p."postId" = o.id WHERE o."incidentId" = c."incidentId" AND o.kind = 'advisory'))`;

/** Whether action `r` is asked at `now`. */
export const isAsked = (now: Date) => Prisma.sql`(r.state = 'active' AND r.since IS NOT NULL AND (r."startsAt" IS NULL OR r."startsAt" <= ${now}))`;
