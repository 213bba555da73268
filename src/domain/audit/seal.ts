import { createHash } from 'node:crypto';
import { type Entry, entryHash } from './entry.ts';

/** What the first seal has in the place of the one before it. */
export const NO_SEAL = '0'.repeat(64);

/** Of an entry: its number, big-endian, and its SHA-256. */
const SEQ_BYTES = 8;
const PACKED_BYTES = SEQ_BYTES + 32;

/** A row of AuditSeal but for its id. */
export interface Seal {
  fromSeq: bigint;
  toSeq: bigint;
  entries: number;
  entryHashes: Uint8Array<ArrayBuffer>;
  previousHash: string;
  sealedAt: Date;
  hash: string;
}

/** Seals entries, in their order, after the seal before them. Throws for none. */
export function makeSeal(previous: Pick<Seal, 'toSeq' | 'hash'> | null, entries: readonly Entry[], sealedAt: Date): Seal {
  const last = entries.at(-1);
  if (!last) throw new Error('A seal holds an entry.');
  const seal = {
    fromSeq: (previous?.toSeq ?? 0n) + 1n,
    toSeq: last.seq,
    entries: entries.length,
    entryHashes: pack(entries),
    previousHash: previous?.hash ?? NO_SEAL,
    sealedAt,
  };
  return { ...seal, hash: sealHash(seal) };
}

/** What the hash of a seal must be, by its other columns. */
export function sealHash({ fromSeq, toSeq, entries, entryHashes, previousHash, sealedAt }: Omit<Seal, 'hash'>): string {
  const canonical = { entries, fromSeq: String(fromSeq), previousHash, sealedAt: sealedAt.toISOString(), toSeq: String(toSeq) };
  return createHash('sha256').update(JSON.stringify(canonical)).update(entryHashes).digest('hex');
}

function pack(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(entries.length * PACKED_BYTES);
  const numbers = new DataView(packed.buffer);
  for (const [index, entry] of entries.entries()) {
    numbers.setBigInt64(index * PACKED_BYTES, entry.seq);
    packed.set(entryHash(entry), index * PACKED_BYTES + SEQ_BYTES);
  }
  return packed;
}

/** The entries that a seal holds: numbers and hashes. */
export function* sealedEntries({ entryHashes }: Pick<Seal, 'entryHashes'>): Generator<{ seq: bigint; hash: Buffer }> {
  const bytes = Buffer.from(entryHashes);
  for (let start = 0; start + PACKED_BYTES <= bytes.length; start += PACKED_BYTES) {
    yield { seq: bytes.readBigInt64BE(start), hash: bytes.subarray(start + SEQ_BYTES, start + PACKED_BYTES) };
  }
}
