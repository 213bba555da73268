import type { PrismaClient } from '#generated/prisma/client.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { readEntries } from './entry.ts';
import { makeSeal, type Seal } from './seal.ts';
import { settledSeq } from './settled-seq.ts';

/** Held while a seal is made: of two workers one waits and goes on after the other. */
const SEAL_LOCK = 4_206_003;
/** Entries of one seal. */
const BATCH = 1_000;

/**
 * Seals what is settled and not sealed yet, a batch at a time; yields each seal once it is committed. It is no verb: an entry about each seal would
 * have to be sealed, too. Any number of processes may do it at once and make one chain.
 */
export async function* sealEntries(db: PrismaClient): AsyncGenerator<Seal> {
  const toSeq = await settledSeq(db);
  if (toSeq === null) return;
  for (let seal = await sealBatch(db, toSeq); seal; seal = await sealBatch(db, toSeq)) yield seal;
}

function sealBatch(db: PrismaClient, toSeq: bigint): Promise<Seal | null> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEAL_LOCK})`;
    const previous = await tx.auditSeal.findFirst({ orderBy: { toSeq: 'desc' }, select: { toSeq: true, hash: true } });
    const entries = await readEntries(tx, { fromSeq: (previous?.toSeq ?? 0n) + 1n, toSeq, limit: BATCH });
    if (entries.length === 0) return null;
    const seal = makeSeal(previous, entries, await readClock(tx));
    await tx.auditSeal.create({ data: seal });
    return seal;
  });
}
