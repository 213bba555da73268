import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import type { Transaction } from '#domain/core/context.ts';
import { AUDIT_DAYS } from '#domain/core/retention.ts';
import { compareEntries } from './compare-entries.ts';
import { entriesBetween } from './entry.ts';
import { NO_SEAL, type Seal, sealHash } from './seal.ts';

/** Ten hours: some hundred million entries. */
const VERIFY_MS = 36_000_000;
/** Faults that are named; all are counted. */
const MAX_NAMED = 1_000;
/** Seals that are in memory at once. */
const PAGE = 20;
const DAY_MS = 86_400_000;

export interface Fault {
  kind: 'entry_altered' | 'entry_removed' | 'entry_inserted' | 'seal_altered' | 'seal_removed' | 'noted_missing';
  /** The number of the entry; of a seal, that of its first entry: a removed one stood before it. Of a noted hash, the hash. */
  what: string;
}

export interface VerifiedView {
  seals: number;
  entries: number;
  faults: number;
  /** The first thousand. */
  named: Fault[];
  /** Entries that no seal holds yet: nothing can be said of them. */
  unsealed: { entries: number; since: string | null };
  /** Whoever has noted it elsewhere can prove that the log was not made anew as a whole. */
  last: { toSeq: string; hash: string; sealedAt: string } | null;
}

/**
 * Reads the whole audit log, as it is at one instant, and finds what was altered, removed or put in after it was sealed. `noted`: the hash of a seal,
 * written down before; it must still be one. Entries that are past their time may be gone with their seals, from the beginning on.
 */
export const verifyLog = query({
  name: 'audit/verify-log',
  input: z.strictObject({
    noted: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  async run({ db, now, progress }, { noted }): Promise<VerifiedView> {
    // One snapshot: what is sealed or deleted meanwhile is not half of it.
    return db.$transaction(
      async (tx) => {
        const faults: Fault[] = [];
        let count = 0;
        const found = (kind: Fault['kind'], what: bigint | string) => {
          if (faults.length < MAX_NAMED) faults.push({ kind, what: String(what) });
          count += 1;
        };
        const { _sum, _count: seals } = await tx.auditSeal.aggregate({ _sum: { entries: true }, _count: true });
        let entries = 0;
        let previous: Seal | null = null;
        let isNoted = noted === undefined;
        for await (const seal of sealsOf(tx)) {
          const isPast = now.getTime() - seal.sealedAt.getTime() > AUDIT_DAYS * DAY_MS;
          if (sealHash(seal) !== seal.hash) found('seal_altered', seal.fromSeq);
          if (!(previous ? follows(seal, previous) : isPast || begins(seal))) found('seal_removed', seal.fromSeq);
          if (!previous) for await (const { seq } of entriesBetween(tx, 0n, seal.fromSeq - 1n)) found('entry_inserted', seq);
          for await (const { kind, seq } of compareEntries(tx, seal)) if (!(isPast && kind === 'entry_removed')) found(kind, seq);
          isNoted ||= seal.hash === noted;
          entries += seal.entries;
          previous = seal;
          progress?.('Entries verified', entries, _sum.entries ?? 0);
        }
        if (!isNoted) found('noted_missing', noted as string);
        const unsealed = await tx.auditEntry.aggregate({ where: { seq: { gt: previous?.toSeq ?? 0n } }, _count: true, _min: { at: true } });
        return {
          seals,
          entries,
          faults: count,
          named: faults,
          unsealed: { entries: unsealed._count, since: unsealed._min.at?.toISOString() ?? null },
          last: previous && { toSeq: String(previous.toSeq), hash: previous.hash, sealedAt: previous.sealedAt.toISOString() },
        };
      },
      { isolationLevel: 'RepeatableRead', timeout: VERIFY_MS },
    );
  },
});

async function* sealsOf(tx: Transaction): AsyncGenerator<Seal> {
  for (let after = -1n; ; ) {
    const page = await tx.auditSeal.findMany({ where: { toSeq: { gt: after } }, orderBy: { toSeq: 'asc' }, take: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.toSeq;
  }
}

/** Nothing stands between two seals. Where the hash of the earlier one was altered, that is its own fault alone. */
function follows(seal: Seal, previous: Seal): boolean {
  return seal.fromSeq === previous.toSeq + 1n && [previous.hash, sealHash(previous)].includes(seal.previousHash);
}

function begins({ fromSeq, previousHash }: Seal): boolean {
  return fromSeq === 1n && previousHash === NO_SEAL;
}
