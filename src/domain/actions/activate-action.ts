import { z } from 'zod';
import { instant } from '#model/instant.ts';
import { PLATFORMS } from '#model/facts.ts';
import { ACTION_KINDS } from '#model/actions.ts';
import { PROOF_METHODS } from '#model/proofs.ts';
import { holdsAccount } from '#domain/cohorts/sql.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { isTold } from '#domain/incidents/sql.ts';

export interface ActivatedView {
  actionId: number;
  /** ISO 8601; the database's time in the transaction that asked. */
  since: string;
  /** Accounts asked now, and how many of them are the team's own. */
  asked: number;
  staff: number;
}

const at = instant.transform((value) => new Date(value));

/**
 * Asks a cohort for something, from now on: one row, however many it asks. Throws NotFound for a cohort that the incident
 * doesn't have, and Conflict `not_told` while its people are not told of the incident.
 */
export const activateAction = verb({
  name: 'actions/activate-action',
  input: z
    .strictObject({
      incidentSlug: z.string().max(200),
      cohort: z.string().max(60),
      kind: z.enum(ACTION_KINDS),
      proof: z.enum(PROOF_METHODS),
      platform: z.enum(PLATFORMS).optional(),
      fixedVersion: z.string().min(1).max(50).optional(),
      startsAt: at.optional(),
      endsAt: at.optional(),
    })
    .refine((input) => (input.kind === 'upgrade_app') === (input.platform !== undefined && input.fixedVersion !== undefined), 'platform_and_version'),
  async run(tx, ctx, { incidentSlug, cohort: name, kind, proof, platform, fixedVersion, startsAt, endsAt }): Promise<ActivatedView> {
    const [cohort] = await tx.$queryRaw<{ id: number; told: boolean }[]>`
      SELECT c.id, ${isTold} AS told FROM "Cohort" c JOIN "Incident" i ON i.id = c."incidentId" WHERE i.slug = ${incidentSlug} AND c.name = ${name}`;
    if (!cohort) throw new NotFound(`There is no incident "${incidentSlug}" with a cohort "${name}".`);
    if (!cohort.told) throw new Conflict('not_told', 'The people of this cohort are not told of the incident yet. Publish its advisory first.');
    const action = {
      cohortId: cohort.id,
      kind,
      since: ctx.now,
      proof,
      platform: platform ?? null,
      fixedVersion: fixedVersion ?? null,
      startsAt: startsAt ?? null,
      endsAt: endsAt ?? null,
      state: 'active' as const,
    };
    const { id, since } = await tx.requiredAction.create({ data: action });
    const [size] = (await tx.$queryRaw`
      SELECT count(*) AS asked, count(*) FILTER (WHERE cardinality(a.roles) > 0) AS staff
      FROM "Account" a JOIN "Cohort" c ON c.id = ${cohort.id} AND ${holdsAccount} WHERE a."disabledAt" IS NULL`) as [{ asked: bigint; staff: bigint }];
    return { actionId: id, since: since.toISOString(), asked: Number(size.asked), staff: Number(size.staff) };
  },
  audit: (view, { incidentSlug, cohort, kind, proof }) => ({
    subject: `action:${view.actionId}`,
    detail: { incident: incidentSlug, cohort, kind, proof, asked: view.asked, staff: view.staff },
  }),
});
