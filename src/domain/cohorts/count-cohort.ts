import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { countAccounts } from './count-accounts.ts';
import { type Rule, ruleSchema } from './rule.ts';

export interface CountedView {
  cohortId: number;
  /** Null: a list. */
  rule: Rule | null;
  size: number;
  staff: number;
  /** ISO 8601; the database's time when the count began. */
  countedAt: string;
  /** The incident's other cohorts that hold some of the same accounts, and how many. */
  overlaps: { cohort: string; accounts: number }[];
}

/** Counts a cohort anew and keeps the count with its time; what activates an order names it. Throws NotFound. */
export const countCohort = verb({
  name: 'cohorts/count-cohort',
  input: z.strictObject({ incidentSlug: z.string().max(200), name: z.string().max(60) }),
  async prepare(ctx, { incidentSlug, name }) {
    const cohorts = await ctx.db.cohort.findMany({ where: { incident: { slug: incidentSlug } }, orderBy: { id: 'asc' } });
    const cohort = cohorts.find((each) => each.name === name);
    if (!cohort) throw new NotFound(`There is no incident "${incidentSlug}" with a cohort "${name}".`);
    const others = cohorts.filter((each) => each !== cohort);
    const rule = cohort.rule === null ? null : ruleSchema.parse(cohort.rule);
    const held = rule ? { rule } : { listOf: cohort.id, size: cohort.size };
    const { overlaps, ...count } = await countAccounts(
      ctx,
      held,
      others.map(({ id }) => id),
    );
    const shared = others.map(({ id, name }) => ({ cohort: name, accounts: overlaps.get(id) ?? 0 })).filter(({ accounts }) => accounts > 0);
    return { cohortId: cohort.id, rule, count, overlaps: shared };
  },
  async run(tx, _ctx, _input, { cohortId, rule, count, overlaps }): Promise<CountedView> {
    // Of two counts at once the later one stays.
    await tx.cohort.updateMany({ where: { id: cohortId, countedAt: { lte: count.countedAt } }, data: count });
    return { cohortId, rule, size: count.size, staff: count.staff, countedAt: count.countedAt.toISOString(), overlaps };
  },
  audit: (view) => ({ subject: `cohort:${view.cohortId}`, detail: { size: view.size, staff: view.staff } }),
});
