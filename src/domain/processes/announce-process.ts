import { Prisma, type PrismaClient, type ProcessKind } from '#generated/prisma/client.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';
import { PACE, type Pace } from './pace.ts';

export interface Announced {
  /** Takes the row away: this process ends by itself. */
  close(): Promise<void>;
}

interface Announcement {
  db: PrismaClient;
  /** Nobody else's, and not that of an earlier start. */
  id: string;
  kind: ProcessKind;
  host: string;
  build: string;
  /** The number of the edition that an instance serves. */
  edition?: () => number | null;
  /** Called after each renewal; `inARow` counts those since one that failed. */
  onRenewed?: (inARow: number) => Promise<void>;
  /** Called once, when nothing was heard from the database for so long that the others take this process for gone. */
  onLost?: () => void;
  pace?: Pace;
}

/**
 * Says by a row, every few seconds, that this process lives, until `close`. Never throws and waits for nobody: while the database is away
 * the row grows old, and a row that is not there is made anew.
 */
export function announceProcess({ db, id, kind, host, build, edition, onRenewed, onLost, pace = PACE }: Announcement): Announced {
  let heard = performance.now();
  let inARow = 0;
  let running: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const age = Prisma.sql`make_interval(secs => ${process.uptime()})`;
    try {
      await db.$executeRaw`
        INSERT INTO "Process" (id, kind, host, build, "startedAt", "seenAt", edition)
        VALUES (${id}, ${kind}::"ProcessKind", ${host}, ${build}, ${databaseNow} - ${age}, ${databaseNow}, ${edition?.() ?? null}::integer)
        ON CONFLICT (id) DO UPDATE SET "seenAt" = excluded."seenAt", edition = excluded.edition`;
      inARow += 1;
      await onRenewed?.(inARow);
    } catch {
      // Whoever needs the database says that it is away.
      inARow = 0;
    }
    heard = performance.now();
  }

  const beat = () => {
    // This process was stopped and goes on, or its connection says nothing: a database that refuses is an answer, too.
    if (onLost && performance.now() - heard > pace.goneMs) {
      clearInterval(timer);
      onLost();
      return;
    }
    running ??= renew().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(beat, pace.beatMs);
  beat();
  return {
    async close() {
      clearInterval(timer);
      await running;
      await db.process.deleteMany({ where: { id } }).catch(() => undefined);
    },
  };
}
