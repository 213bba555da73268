import { z } from 'zod';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { isTold } from '#domain/incidents/sql.ts';
import { endsAfterItBegins, namesItsUpgrade, orderFields } from './order-input.ts';

export interface ActivatedView {
  actionId: number;
  /** ISO 8601; the database's time in the transaction that asked. */
  since: string;
  /** Accounts asked, and how many of them are the team's own, as they were counted at `countedAt`. */
  asked: number;
  staff: number;
  countedAt: string;
}

interface CohortRow {
  id: number;
  told: boolean;
  size: number;
  staff: number;
  countedAt: Date;
}

/**
 * Asks a cohort for something, from now on: one row, however many it asks. `count` is the size that the cohort was seen with. Throws
 * NotFound for a cohort that the incident doesn't have, Invalid for a time to do it by that has passed, Conflict `count_changed` where it was
 * counted otherwise since, `not_told` while its people are not told of the incident, and `already_asked` while the same order stands: a
 * command that is typed twice would ask twice, and to withdraw one of them would release nobody.
 */
export const activateAction = verb({
  name: 'actions/activate-action',
  input: z
    .strictObject({ incidentSlug: z.string().max(200), cohort: z.string().max(60), count: z.number().int().nonnegative(), ...orderFields })
    .refine(namesItsUpgrade, 'platform_and_version')
    .refine(endsAfterItBegins, 'ends_before_it_begins'),
  async run(tx, ctx, { incidentSlug, cohort: name, count, kind, proof, platform, fixedVersion, startsAt, endsAt }): Promise<ActivatedView> {
    if (endsAt && endsAt <= ctx.now) throw new Invalid({ endsAt: 'time_passed' });
    // Locked against a new count, so that what was seen is what is asked; and against a second order at once.
    const [cohort] = await tx.$queryRaw<CohortRow[]>`
      SELECT c.id, ${isTold} AS told, c.size, c.staff, c."countedAt" FROM "Cohort" c JOIN "Incident" i ON i.id = c."incidentId"
      WHERE i.slug = ${incidentSlug} AND c.name = ${name} FOR NO KEY UPDATE OF c`;
    if (!cohort) throw new NotFound(`There is no incident "${incidentSlug}" with a cohort "${name}".`);
    if (!cohort.told) throw new Conflict('not_told', 'The people of this cohort are not told of the incident yet. Publish its advisory first.');
    const { size, staff } = cohort;
    const countedAt = cohort.countedAt.toISOString();
    if (size !== count)
      throw new Conflict('count_changed', `The cohort "${name}" was counted at ${countedAt}, and its size is ${size}, not ${count}. Look at it again.`);
    const same = { cohortId: cohort.id, kind, proof, platform: platform ?? null, fixedVersion: fixedVersion ?? null };
    const standing = await tx.requiredAction.findFirst({ where: { ...same, state: { in: ['active', 'paused'] } } });
    if (standing)
      throw new Conflict('already_asked', `Action ${standing.id} is ${standing.state} and asks the same of them. Who asks anew withdraws that one first.`);
    const action = {
      ...same,
      since: ctx.now,
      startsAt: startsAt ?? null,
      endsAt: endsAt ?? null,
      state: 'active' as const,
    };
    const { id, since } = await tx.requiredAction.create({ data: action });
    return { actionId: id, since: since.toISOString(), asked: size, staff, countedAt };
  },
  audit: (view, { incidentSlug, cohort, kind, proof }) => ({
    subject: `action:${view.actionId}`,
    detail: { incident: incidentSlug, cohort, kind, proof, asked: view.asked, staff: view.staff },
  }),
});
