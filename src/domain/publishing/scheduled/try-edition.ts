import type { Context, Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { draftEdition, EDITION_LOCK } from '../make-edition.ts';

type Named = Parameters<typeof draftEdition>[2];

/** Makes the edition that would go out, as it stands now, and takes it back. Throws what publishing it would throw. */
export async function refuseUntried(tx: Transaction, ctx: Context, named: Named): Promise<void> {
  await tx.$executeRaw`SAVEPOINT tried`;
  try {
    await draftEdition(tx, ctx, named);
  } finally {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT tried`;
  }
}

/** What came of trying. Times are ISO 8601. */
export interface Tried {
  at: string;
  /** Why it can't be made; null when it can. */
  fault: string | null;
}

/** By client, edition and what was named: what can't have changed is not tried again. */
const known = new WeakMap<object, Map<string, Tried>>();
/** More than a team has ready at once. */
const MAX_KNOWN = 50;

/** Whether what is named can be made into an edition now: tried in a transaction that is taken back, once an edition. Null while somebody publishes. */
export async function tryEdition(ctx: Context, texts: Named['texts'], edition: number): Promise<Tried | null> {
  const tried = known.get(ctx.db) ?? new Map<string, Tried>();
  known.set(ctx.db, tried);
  const key = JSON.stringify([edition, texts]);
  const before = tried.get(key);
  if (before) return before;
  const fault = await tryOnce(ctx, texts);
  if (fault === undefined) return null;
  if (tried.size >= MAX_KNOWN) tried.clear();
  const found = { at: ctx.now.toISOString(), fault };
  tried.set(key, found);
  return found;
}

/** Milliseconds: whoever looks at a page does not wait for longer. */
const TIMEOUT_MS = 5_000;

class TakenBack extends Error {}

async function tryOnce(ctx: Context, texts: Named['texts']): Promise<string | null | undefined> {
  const outcome: { fault?: string | null } = {};
  try {
    await ctx.db.$transaction(
      async (tx) => {
        const [{ free }] = await tx.$queryRaw<[{ free: boolean }]>`SELECT pg_try_advisory_xact_lock(${EDITION_LOCK}) AS free`;
        if (free) {
          await draftEdition(tx, ctx, { texts });
          outcome.fault = null;
        }
        throw new TakenBack();
      },
      { timeout: TIMEOUT_MS },
    );
  } catch (error) {
    if (error instanceof Invalid) return error.message;
    if (!(error instanceof TakenBack)) throw error;
  }
  return outcome.fault;
}
