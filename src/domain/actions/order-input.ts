import { z } from 'zod';
import { ACTION_KINDS, type ActionKind } from '#model/actions.ts';
import { PLATFORMS } from '#model/facts.ts';
import { instant } from '#model/instant.ts';
import { PROOF_METHODS } from '#model/proofs.ts';

const at = instant.transform((value) => new Date(value));

/** What a cohort is asked for. */
export const orderFields = {
  kind: z.enum(ACTION_KINDS),
  proof: z.enum(PROOF_METHODS),
  platform: z.enum(PLATFORMS).optional(),
  fixedVersion: z.string().min(1).max(50).optional(),
  startsAt: at.optional(),
  endsAt: at.optional(),
};

/** Whether an upgrade says to which version of what, and nothing else does: else `platform_and_version`. */
export function namesItsUpgrade(order: { kind: ActionKind; platform?: string | undefined; fixedVersion?: string | undefined }): boolean {
  return (order.kind === 'upgrade_app') === (order.platform !== undefined && order.fixedVersion !== undefined);
}
