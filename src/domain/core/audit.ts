import type { Transaction } from './context.ts';

interface Entry {
  at: Date;
  actor: string;
  verb: string;
  subject: string;
  /** `done`, or the kind of refusal. */
  outcome: string;
  detail: Record<string, string | number | boolean | null>;
}

/** Adds one entry to the audit log, in the caller's transaction. Entries hold ids, never an address or a secret. */
export async function recordAudit(tx: Pick<Transaction, 'auditEntry'>, entry: Entry): Promise<void> {
  await tx.auditEntry.create({ data: entry });
}
