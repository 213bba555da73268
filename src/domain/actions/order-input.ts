import { z } from 'zod';
import { ACTION_KINDS, type ActionKind } from '#model/actions.ts';
import { PLATFORMS } from '#model/facts.ts';
import { instant } from '#model/instant.ts';
import { ORDERABLE_PROOFS } from '#model/proofs.ts';
import { VERSION } from '#model/version.ts';

const at = instant.transform((value) => new Date(value));

/** What a cohort is asked for. */
export const orderFields = {
  kind: z.enum(ACTION_KINDS),
  proof: z.enum(ORDERABLE_PROOFS),
  platform: z.enum(PLATFORMS).optional(),
  fixedVersion: z.string().max(50).regex(VERSION, 'version_invalid').optional(),
  startsAt: at.optional(),
  endsAt: at.optional(),
};

interface Fields {
  kind: ActionKind;
  platform?: string | undefined;
  fixedVersion?: string | undefined;
  startsAt?: Date | undefined;
  endsAt?: Date | undefined;
}

/** Whether an upgrade says to which version of what, and nothing else says either: else `platform_and_version`. */
export function namesItsUpgrade({ kind, platform, fixedVersion }: Fields): boolean {
  return [platform, fixedVersion].every((said) => (said !== undefined) === (kind === 'upgrade_app'));
}

/** Whether the time to do it by comes after its beginning: else `ends_before_it_begins`. */
export function endsAfterItBegins({ startsAt, endsAt }: Fields): boolean {
  return startsAt === undefined || endsAt === undefined || startsAt < endsAt;
}
