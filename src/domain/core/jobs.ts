import { z } from 'zod';
import { noticeSchema } from '#model/account/notices.ts';
import type { Transaction } from './context.ts';

/** Every background job and its payload. Payloads hold ids, never a secret or an address. */
export const jobs = {
  'mail-notice': z.object({ accountId: z.string(), notice: noticeSchema }),
  'mail-code': z.object({ requestId: z.string(), locale: z.string() }),
  /** Asks an approver to read what was submitted. */
  'mail-review': z.object({ submissionId: z.int(), accountId: z.string() }),
  /** Says that a promised update is due. */
  'mail-promise': z.object({ accountId: z.string(), noticeId: z.string(), by: z.string() }),
  /** Each minute. */
  'warn-of-promises': z.object({}),
  /** Publishes what is due at its time. */
  'publish-scheduled': z.object({ schedule: z.int() }),
  /** Says that what was scheduled is stopped or missed. */
  'mail-schedule': z.object({ schedule: z.int(), accountId: z.string() }),
  /** Each minute. */
  'say-late': z.object({}),
  /** Fetches what an edition has changed by its public addresses. */
  'check-publication': z.object({ edition: z.int() }),
  /** Daily. */
  prune: z.object({}),
} as const;

export type JobName = keyof typeof jobs;

/** Enqueues a job in the caller's transaction: it runs if, and only if, the transaction commits, and not before `at`. */
export async function enqueue<Name extends JobName>(tx: Transaction, name: Name, payload: z.input<(typeof jobs)[Name]>, at: Date | null = null): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, run_at := ${at}, max_attempts := 12)`;
}
