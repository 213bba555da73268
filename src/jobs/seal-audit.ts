import type { Logger } from 'pino';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { sealEntries } from '#domain/audit/seal-entries.ts';
import { describeFault } from '#server/describe-fault.ts';

/** Between two looks, in milliseconds: so long an entry may stand unsealed. A job of the queue would come once a minute. */
const EVERY_MS = 1_000;

export interface Sealing {
  /** Resolves when the seal that is being made is made. */
  close(): Promise<void>;
}

/**
 * Seals the audit log, every second, until `close`. Each seal's hash goes into this process's log, where whoever can write to the database can't take
 * it away. While the database is away nothing is sealed, which is said once; what waited is sealed when it is back.
 */
export function sealAudit({ db, log, everyMs = EVERY_MS }: { db: PrismaClient; log: Pick<Logger, 'info' | 'warn'>; everyMs?: number }): Sealing {
  let running: Promise<void> | null = null;
  let isAway = false;

  async function seal(): Promise<void> {
    try {
      for await (const { fromSeq, toSeq, hash } of sealEntries(db)) log.info({ from: String(fromSeq), to: String(toSeq), hash }, 'sealed the audit log');
      isAway = false;
    } catch (error) {
      const { name, codes } = describeFault(error);
      if (!isAway) log.warn({ fault: { name, codes } }, 'the audit log could not be sealed; it is tried again every second');
      isAway = true;
    }
  }

  const timer = setInterval(() => {
    running ??= seal().finally(() => {
      running = null;
    });
  }, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
