import type { Context } from '#domain/core/context.ts';
import { countAttempt, forgive, forgiveAll, refuseBeyond } from '#domain/core/limits.ts';
import { networkOf } from '#domain/core/network.ts';

/** Whose attempt it is. */
interface Attempt {
  /** As Account.emailKey; the empty string for what is no address. */
  key: string;
  source: string;
  /** The id of the browser's row in KnownDevice; null where the account does not know it. */
  knownDevice: string | null;
}

/**
 * Counts one try of a password before it is checked. A device that the account knows has an allowance of its own; any other counts for the account
 * and the source, the source, its network, and the account wherever it comes from, the narrow one first: who is stopped there takes nothing of the wide
 * ones. Throws TooMany.
 */
export async function countSignIn({ db }: Context, { key, source, knownDevice }: Attempt): Promise<void> {
  if (knownDevice !== null) {
    await countAttempt(db, 'known_device', key, knownDevice);
    return countAttempt(db, 'known_device_long', key, knownDevice);
  }
  await countAttempt(db, 'account_source', key, source);
  await countAttempt(db, 'source', source);
  await countAttempt(db, 'network', networkOf(source));
  await countAttempt(db, 'account', key);
  await countAttempt(db, 'account_long', key);
  await refuseBeyond(db, 'service');
}

/** It failed: what all accounts lost is counted afterwards, since everybody shares that counter. */
export async function countFailure({ db }: Context, { knownDevice }: Attempt): Promise<void> {
  if (knownDevice === null) await countAttempt(db, 'service').catch(() => undefined);
}

/** It succeeded: gives back what this account lost, here and everywhere, and to the source and its network no more than that. */
export async function forgiveSignIn({ db }: Context, { key, source, knownDevice }: Attempt): Promise<void> {
  if (knownDevice !== null) {
    await forgiveAll(db, [
      ['known_device', key, knownDevice],
      ['known_device_long', key, knownDevice],
    ]);
    return;
  }
  const lost = await forgiveAll(db, [
    ['account_source', key, source],
    ['account', key],
    ['account_long', key],
  ]);
  const shared: Parameters<typeof forgive>[1] = [
    ['source', source],
    ['network', networkOf(source)],
  ];
  await forgive(db, shared, lost);
}
