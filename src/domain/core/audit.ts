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

/** An address of mail in an operator's words: its local part (64 octets at most, RFC 5321 §4.5.3.1.1) and its domain. */
const ADDRESS = /([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64})@[\p{L}\p{N}.-]+/gu;

/**
 * Adds one entry to the audit log, in the caller's transaction. Entries hold ids, never an address or a secret: of an operator who is named by an
 * address the name before its @ stays, and in all other words there is a mark in the place of one.
 */
export async function recordAudit(tx: Pick<Transaction, 'auditEntry'>, entry: Entry): Promise<void> {
  const { actor, detail, ...rest } = entry;
  const kept = Object.entries(detail).map(([name, value]) => [name, typeof value === 'string' ? value.replace(ADDRESS, '[address]') : value]);
  await tx.auditEntry.create({ data: { ...rest, actor: actor.replace(ADDRESS, '$1@…'), detail: Object.fromEntries(kept) } });
}
