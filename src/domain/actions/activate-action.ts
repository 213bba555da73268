import { z } from 'zod';
import { PLATFORMS } from '#model/facts.ts';
import { ActionKind, Proof } from '#generated/prisma/enums.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { holdsAccount, isTold } from '#domain/cohorts/rule.ts';

export interface ActivatedView {
  actionId: number;
  /** ISO 8601; the database's time in the transaction that asked. */
  since: string;
  /** Accounts asked now, and how many of them are the team's own. */
  asked: number;
  staff: number;
}

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

/** Asks a cohort for something, from now on. One row, however many it asks. */
export const activateAction = verb({
  name: 'actions/activate-action',
  may: 'action:activate',
  input: z
    .strictObject({
      incidentSlug: z.string(),
      cohort: z.string(),
      kind: z.enum(ActionKind),
      proof: z.enum(Proof),
      platform: z.enum(PLATFORMS).optional(),
      fixedVersion: z.string().min(1).max(50).optional(),
      startsAt: instant.optional(),
      endsAt: instant.optional(),
    })
    .refine((input) => (input.kind === 'upgrade_app') === (input.platform !== undefined && input.fixedVersion !== undefined), 'platform_and_version'),
  async run(tx, _ctx, { incidentSlug, cohort: name, kind, proof, platform, fixedVersion, startsAt, endsAt }): Promise<ActivatedView> {
    const [cohort] = await tx.$queryRaw<{ id: number; told: boolean }[]>`
      SELECT c.id, ${isTold} AS told FROM "Cohort" c JOIN "Incident" i ON i.id = c."incidentId" WHERE i.slug = ${incidentSlug} AND c.name = ${name}`;
    if (!cohort) throw new NotFound();
    if (!cohort.told) throw new Conflict('not_told');
    const action = {
      cohortId: cohort.id,
      kind,
      proof,
      platform: platform ?? null,
      fixedVersion: fixedVersion ?? null,
      startsAt: startsAt ?? null,
      endsAt: endsAt ?? null,
    };
    const { id } = await tx.requiredAction.create({ data: action });
    // Cut and not rounded: a session of the same millisecond is not older than the order.
    const [active] = (await tx.$queryRaw`
      UPDATE "RequiredAction" SET state = 'active', since = date_trunc('milliseconds', now()) WHERE id = ${id} RETURNING since`) as [{ since: Date }];
    const [size] = (await tx.$queryRaw`
      SELECT count(*) AS asked, count(*) FILTER (WHERE cardinality(a.roles) > 0) AS staff
      FROM "Account" a JOIN "Cohort" c ON c.id = ${cohort.id} AND ${holdsAccount} WHERE a."disabledAt" IS NULL`) as [{ asked: bigint; staff: bigint }];
    return { actionId: id, since: active.since.toISOString(), asked: Number(size.asked), staff: Number(size.staff) };
  },
  audit: (view, { incidentSlug, cohort, kind, proof }) => ({
    subject: `action:${view.actionId}`,
    detail: { incident: incidentSlug, cohort, kind, proof, asked: view.asked, staff: view.staff },
  }),
});
