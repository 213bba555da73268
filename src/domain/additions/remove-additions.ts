import { type Where, recordEvent } from '#domain/accounts/security-event.ts';
import type { Transaction } from '#domain/core/context.ts';
import { secretId } from '#domain/core/secret.ts';
import { removeAdded } from '#domain/credentials/remove-added.ts';
import { restoreAddress } from './restore-address.ts';
import { type Addition, readAdditions, viewOf } from './read-additions.ts';

interface Removal {
  accountId: bigint;
  since: Date;
  /** What the acting browser's cookie of the device holds: that browser stays known. */
  device: string | null;
  /** Handles of what its person says is theirs. */
  keep: readonly string[];
  now: Date;
  where: Where;
}

/**
 * Takes away whatever was added to an account since then, but for what its person keeps by name: an intruder's way back in goes with the password
 * that let them in. Answers how many it removed, and what stays.
 */
export async function removeAdditions(
  tx: Transaction,
  { accountId, since, device, keep, now, where }: Removal,
): Promise<{ removed: number; kept: Addition[] }> {
  const kept = (await readAdditions(tx, { accountId, since, device })).filter(({ handle }) => keep.includes(handle));
  const idsOf = (kind: Addition['kind']) => kept.filter((addition) => addition.kind === kind).map(({ id }) => id);
  const keeps = {
    passkeys: idsOf('passkey'),
    apps: idsOf('totp').map(BigInt),
    recoveryCodes: idsOf('recovery_codes'),
    devices: [...idsOf('device'), secretId(device ?? '')],
  };
  const gone = await removeAdded(tx, { accountId, since, keep: keeps });
  const removed = gone + (await restoreAddress(tx, { accountId, since, kept: idsOf('address'), now, where }));
  if (removed > 0) await recordEvent(tx, accountId, now, 'additions_removed', where);
  return { removed, kept: kept.map(viewOf) };
}
