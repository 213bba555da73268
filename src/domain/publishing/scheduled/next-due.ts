import { z } from 'zod';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { query } from '#domain/core/verb.ts';

/** What goes out within a while, with the milliseconds that are left by the database's clock: none for what is late. */
export const nextDue = query({
  name: 'publishing/scheduled/next-due',
  input: z.strictObject({ withinMs: z.int().positive() }),
  async run({ db }, { withinMs }): Promise<{ schedule: number; leftMs: number }[]> {
    const now = await readClock(db);
    const rows = await db.schedule.findMany({
      where: { state: 'due', at: { lte: new Date(now.getTime() + withinMs) } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, at: true },
    });
    return rows.map(({ id, at }) => ({ schedule: id, leftMs: Math.max(0, at.getTime() - now.getTime()) }));
  },
});
