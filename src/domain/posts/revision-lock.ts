import type { Transaction } from '#domain/core/context.ts';

/** The lock under which texts become revisions, one after the other: by a push or from a draft. Held to the end of the transaction. */
export async function lockRevisions(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(4206002)`;
}
