import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { type Rule, ruleSchema } from './rule.ts';

export interface ListedCohort {
  cohortId: number;
  incident: string;
  cohort: string;
  /** Null: a list. */
  rule: Rule | null;
  size: number;
  staff: number;
  /** ISO 8601. */
  countedAt: string;
  toldFirst: boolean;
}

const MAX_COHORTS = 1_000;

/** Every cohort as it was counted last, newest first, at most a thousand. */
export const listCohorts = query({
  name: 'cohorts/list-cohorts',
  input: z.strictObject({}),
  async run(ctx): Promise<ListedCohort[]> {
    const rows = await ctx.db.cohort.findMany({ orderBy: { id: 'desc' }, take: MAX_COHORTS, include: { incident: { select: { slug: true } } } });
    return rows.map(({ id, incident, name, rule, size, staff, countedAt, toldFirst }) => ({
      cohortId: id,
      incident: incident.slug,
      cohort: name,
      rule: rule === null ? null : ruleSchema.parse(rule),
      size,
      staff,
      countedAt: countedAt.toISOString(),
      toldFirst,
    }));
  },
});
