import type { DoorContext, Transaction } from '#domain/core/context.ts';
import type { Edition } from '#model/edition.ts';
import { loadEdition } from './load-edition.ts';

/** What a process published last, by its client, with the transaction that made it. */
const held = new WeakMap<object, { edition: Edition; transaction: string }>();

/** Keeps the edition that this transaction makes, for the process's next publication: it then reads only what was published since. */
export async function holdEdition(tx: Transaction, db: object, edition: Edition): Promise<void> {
  const [{ id }] = await tx.$queryRaw<[{ id: string }]>`SELECT pg_current_xact_id()::text AS id`;
  held.set(db, { edition, transaction: id });
}

/** Reads what is live, so that this process's next publication reads only what is new since: for whoever knows that there is one in a moment. */
export async function warmEdition({ db, renderEdition }: Pick<DoorContext, 'db' | 'renderEdition'>): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const live = await loadEdition(tx, await heldEdition(tx, db));
      if (!live) return;
      await holdEdition(tx, db, live);
      // Makes nothing, and takes the keys of its documents.
      await renderEdition(live, live);
    },
    { timeout: WARM_MS },
  );
}

/** Milliseconds: all that is public is read once. */
const WARM_MS = 20_000;

/** The edition that this process published last; null when that was rolled back, too long ago for the database to know, or never. */
export async function heldEdition(tx: Transaction, db: object): Promise<Edition | null> {
  const last = held.get(db);
  if (!last) return null;
  const [{ status }] = await tx.$queryRaw<[{ status: string | null }]>`SELECT pg_xact_status(${last.transaction}::text::xid8) AS status`;
  return status === 'committed' ? last.edition : null;
}
