import { z } from 'zod';
import { ADDITION_KINDS } from '#model/proofs.ts';
import type { Transaction } from './context.ts';

/** What its person kept of what was added lately. */
const kept = z.object({ kind: z.enum(ADDITION_KINDS), addedAt: z.string() });

/** Every background job and its payload. Payloads hold ids, never a secret or an address. */
export const jobs = {
  'mail-password-changed': z.object({
    accountId: z.string(),
    changedAt: z.string(),
    sessionsEnded: z.number(),
    kept: z.array(kept).default([]),
    locale: z.string(),
  }),
  'mail-code': z.object({ requestId: z.string(), locale: z.string() }),
  /** Daily. */
  prune: z.object({}),
} as const;

export type JobName = keyof typeof jobs;

/** Enqueues a job in the caller's transaction: it runs if, and only if, the transaction commits. */
export async function enqueue<Name extends JobName>(tx: Transaction, name: Name, payload: z.input<(typeof jobs)[Name]>): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 12)`;
}
