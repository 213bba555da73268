import type { Process } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import type { Promised } from './promises.ts';

/** How long before a promise the team is warned, in milliseconds. */
const WARNED_MS = 30 * 60_000;
/** How long an instance may take to show the newest edition, in milliseconds: it beats every five seconds. */
const SWAP_MS = 15_000;

/** What is wrong. Times are ISO 8601. */
export type Trouble =
  /** `seenAt` and `host` are of the last that was seen, if any. */
  | { kind: 'no_worker'; seenAt: string | null; host: string | null }
  | { kind: 'behind'; host: string; edition: number | null; newest: number }
  | ({ kind: 'update_late' | 'update_due' } & Promised);

interface Seen {
  processes: Process[];
  promises: Promised[];
  newest: { number: number; publishedAt: Date } | null;
}

/** Everything that is wrong now, what stops work first. */
export async function troubles({ db, now }: Context, { processes, promises, newest }: Seen): Promise<Trouble[]> {
  const found: Trouble[] = [];
  if (!processes.some(({ kind }) => kind === 'work')) {
    const last = await db.process.findFirst({ where: { kind: 'work' }, orderBy: { seenAt: 'desc' } });
    found.push({ kind: 'no_worker', seenAt: last?.seenAt.toISOString() ?? null, host: last?.host ?? null });
  }
  for (const promised of promises) {
    const left = Date.parse(promised.by) - now.getTime();
    if (left <= WARNED_MS) found.push({ kind: left <= 0 ? 'update_late' : 'update_due', ...promised });
  }
  if (newest && now.getTime() - newest.publishedAt.getTime() > SWAP_MS) {
    const behind = processes.filter(({ kind, edition }) => kind === 'serve' && (edition ?? 0) < newest.number);
    found.push(...behind.map(({ host, edition }) => ({ kind: 'behind' as const, host, edition, newest: newest.number })));
  }
  return found;
}
