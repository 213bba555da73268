import { z } from 'zod';
import { enqueue } from '#domain/core/jobs.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import { heldEdition, holdEdition } from '../held-edition.ts';
import { loadEdition } from '../load-edition.ts';
import { announceEdition, lockEditions, prove } from '../make-edition.ts';
import { brokenPromises } from './broken-promises.ts';

/** Milliseconds: the documents of some posts are made in it. */
const TIMEOUT_MS = 60_000;

/**
 * Makes an edition that says of each advisory whose promised update did not come that it is late: once a promise, whoever runs this. Whatever renews the
 * promise ends it by being published.
 */
export const sayLate = verb({
  name: 'publishing/late/say-late',
  input: z.strictObject({}),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx): Promise<{ late: number; edition: number | null }> {
    // Most minutes nothing is: nobody who publishes waits for that.
    if ((await brokenPromises(tx, ctx.now)).length === 0) return { late: 0, edition: null };
    await lockEditions(tx);
    const now = await readClock(tx);
    const broken = await brokenPromises(tx, now);
    const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' } });
    if (!newest || broken.length === 0) return { late: 0, edition: null };
    const previous = await loadEdition(tx, await heldEdition(tx, ctx.db));
    const number = newest.number + 1;
    await tx.edition.create({ data: { number, publishedAt: now, siteRevisionId: newest.siteRevisionId } });
    await tx.late.createMany({ data: broken.map((row) => ({ ...row, editionNumber: number })) });
    await holdEdition(tx, ctx.db, await prove(tx, ctx, previous));
    await announceEdition(tx, number);
    await enqueue(tx, 'check-publication', { edition: number });
    return { late: broken.length, edition: number };
  },
  audit: ({ late, edition }) => (edition === null ? null : { subject: `edition:${edition}`, detail: { late } }),
});
