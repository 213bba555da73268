import type { Context } from '#domain/core/context.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { networkOf } from '#domain/core/network.ts';

interface Asker {
  /** As Account.emailKey of the address that is asked for, whether somebody has it or not. */
  key: string;
  accountId: bigint | null;
  source: string;
  sessionId?: string;
  /** The id of the browser's row in KnownDevice; null where the account does not know it. */
  knownDevice: string | null;
}

/**
 * Counts a mail with a code before it is sent: by the source and the network that ask, whatever the address; by the session,
 * the known device or the source for one address, by its network, and by the address. What an intruder asks for takes
 * nothing of what devices may have that the account has known for a week, nor of networks where its person was before. Throws TooMany, alike whether somebody has the address.
 */
export async function countCode(ctx: Context, { key, accountId, source, sessionId, knownDevice }: Asker): Promise<void> {
  const { db } = ctx;
  const network = networkOf(source);
  // What others do at the source of a known device takes nothing of what its person may ask; who is signed in is counted by the session.
  if (knownDevice === null && sessionId === undefined) {
    await countAttempt(db, 'source', source);
    await countAttempt(db, 'network', network);
  }
  await countAttempt(db, 'code', key, sessionId ?? knownDevice ?? source);
  const longAgo = new Date(ctx.now.getTime() - KNOWN_LONG_MS);
  const known =
    accountId === null || knownDevice === null ? 0 : await db.knownDevice.count({ where: { accountId, id: knownDevice, addedAt: { lt: longAgo } } });
  if (known > 0) return;
  await countAttempt(db, 'code_network', key, network);
  const before = new Date(ctx.now.getTime() - DAY_MS);
  const sessions = await db.session.count({ where: { accountId: accountId ?? 0n, network, createdAt: { lt: before } } });
  if (sessions === 0) await countAttempt(db, 'code_day', key);
}

const DAY_MS = 86_400_000;
/** A browser that the account knows only since then may be an intruder’s, who makes as many as there are sign-ins. */
const KNOWN_LONG_MS = 7 * DAY_MS;
