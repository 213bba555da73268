import { TooMany } from '#domain/core/errors.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';

/** Drafts that are judged at once or wait for it, of one process. */
const MAX_DRAFTS = 16;
/** Answers that one account waits for at once. */
const MAX_WAITING = 4;

interface Turn {
  running: Promise<unknown>;
  /** What everybody waits for who came after `running` had begun. */
  next: Promise<unknown> | null;
}

interface Turns {
  drafts: Map<number, Turn>;
  /** By account. */
  waiting: Map<bigint, number>;
  /** By account, the draft that is judged because they asked. */
  judging: Map<bigint, { draftId: number; running: Promise<unknown> }>;
}

const turns = new WeakMap<PrismaClient, Turns>();

/**
 * Judges one draft at a time, however many ask: who comes while it is judged gets, together with all others, what comes after, which reads
 * the newest save. Of one account one draft is judged at a time. Throws TooMany beyond that.
 */
export async function judgeInTurn<Judged>(
  db: PrismaClient,
  { draftId, accountId }: { draftId: number; accountId: bigint },
  judge: () => Promise<Judged>,
): Promise<Judged> {
  const { drafts, waiting, judging } = turnsOf(db);
  const mine = waiting.get(accountId) ?? 0;
  if (mine >= MAX_WAITING || (!drafts.has(draftId) && drafts.size >= MAX_DRAFTS)) throw new TooMany(1, false);
  waiting.set(accountId, mine + 1);
  try {
    // Until it has its turn, anybody else may have this draft judged.
    for (let other = judging.get(accountId); other && other.draftId !== draftId; other = judging.get(accountId)) await other.running.catch(() => undefined);
    return await inTurn(drafts, draftId, () => {
      const running = judge().finally(() => {
        if (judging.get(accountId)?.running === running) judging.delete(accountId);
      });
      judging.set(accountId, { draftId, running });
      return running;
    });
  } finally {
    const left = (waiting.get(accountId) ?? 1) - 1;
    if (left > 0) waiting.set(accountId, left);
    else waiting.delete(accountId);
  }
}

function inTurn<Judged>(drafts: Map<number, Turn>, draftId: number, judge: () => Promise<Judged>): Promise<Judged> {
  const turn = drafts.get(draftId);
  const begin = (): Promise<Judged> => {
    const running = judge().finally(() => {
      if (drafts.get(draftId)?.next === null) drafts.delete(draftId);
    });
    drafts.set(draftId, { running, next: null });
    return running;
  };
  if (!turn) return begin();
  turn.next ??= turn.running.then(begin, begin);
  return turn.next as Promise<Judged>;
}

function turnsOf(db: PrismaClient): Turns {
  const known = turns.get(db) ?? { drafts: new Map(), waiting: new Map(), judging: new Map() };
  turns.set(db, known);
  return known;
}
