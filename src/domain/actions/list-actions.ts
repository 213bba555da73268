import { z } from 'zod';
import type { ActionKind } from '#model/actions.ts';
import type { ProofMethod } from '#model/proofs.ts';
import type { ActionState } from '#generated/prisma/client.ts';
import { query } from '#domain/core/verb.ts';

export interface ActionView {
  actionId: number;
  incident: string;
  cohort: string;
  kind: ActionKind;
  proof: ProofMethod;
  state: ActionState;
  /** ISO 8601. */
  since: string;
  /** Accounts of the cohort as it was counted last. */
  size: number;
  /** ISO 8601; only where it begins later than it was given. */
  startsAt: string | null;
  /** ISO 8601; only while it is paused. */
  pausedAt: string | null;
}

const MAX_ACTIONS = 1_000;

/** What was ever asked, newest first, at most a thousand. */
export const listActions = query({
  name: 'actions/list-actions',
  input: z.strictObject({}),
  async run(ctx): Promise<ActionView[]> {
    const rows = await ctx.db.requiredAction.findMany({ orderBy: { id: 'desc' }, take: MAX_ACTIONS, include: { cohort: { include: { incident: true } } } });
    return rows.map(({ id, kind, proof, state, since, startsAt, pausedAt, cohort }) => ({
      actionId: id,
      incident: cohort.incident.slug,
      cohort: cohort.name,
      kind,
      proof,
      state,
      since: since.toISOString(),
      size: cohort.size,
      startsAt: startsAt?.toISOString() ?? null,
      pausedAt: state === 'paused' ? (pausedAt?.toISOString() ?? null) : null,
    }));
  },
});
