import type { Transaction } from '#domain/core/context.ts';
import { entriesBetween, entryHash } from './entry.ts';
import { type Seal, sealedEntries } from './seal.ts';

/** How the log differs from what a seal says of it, by the numbers of entries. */
export interface Difference {
  kind: 'entry_altered' | 'entry_removed' | 'entry_inserted';
  seq: bigint;
}

/** Walks along the seal's entries and those of the log in the order of their numbers. */
export async function* compareEntries(tx: Transaction, seal: Seal): AsyncGenerator<Difference> {
  const sealed = sealedEntries(seal);
  let next = sealed.next();
  for await (const entry of entriesBetween(tx, seal.fromSeq, seal.toSeq)) {
    for (; !next.done && next.value.seq < entry.seq; next = sealed.next()) yield { kind: 'entry_removed', seq: next.value.seq };
    if (next.done || next.value.seq !== entry.seq) {
      yield { kind: 'entry_inserted', seq: entry.seq };
      continue;
    }
    if (!entryHash(entry).equals(next.value.hash)) yield { kind: 'entry_altered', seq: entry.seq };
    next = sealed.next();
  }
  for (; !next.done; next = sealed.next()) yield { kind: 'entry_removed', seq: next.value.seq };
}
