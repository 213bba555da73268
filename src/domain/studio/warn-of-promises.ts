import { z } from 'zod';
import { enqueue } from '#domain/core/jobs.ts';
import { verb } from '#domain/core/verb.ts';
import { publishedIncidents } from '#domain/incidents/published-incidents.ts';
import { EDITORS } from '#model/roles.ts';
import { openPromised } from './open-promised.ts';
import { promisesOf } from './promises.ts';
import { WARNED_MS } from './troubles.ts';

/**
 * For each promised update that is due within half an hour: asks for a mail to everybody who writes or approves, and opens a draft of it where nobody has
 * begun one. Once a promise, whoever runs this.
 */
export const warnOfPromises = verb({
  name: 'studio/warn-of-promises',
  input: z.strictObject({}),
  async run(tx, ctx): Promise<{ warned: number }> {
    const newest = await tx.edition.findFirst({ orderBy: { number: 'desc' }, select: { number: true } });
    if (!newest) return { warned: 0 };
    const { incidents } = await publishedIncidents(ctx.db, tx, newest.number);
    const due = promisesOf(incidents).filter(({ by }) => Date.parse(by) - ctx.now.getTime() <= WARNED_MS);
    const data = due.map(({ noticeId, by }) => ({ noticeId, by: new Date(by), at: ctx.now }));
    const warned = await tx.promiseWarning.createManyAndReturn({ data, skipDuplicates: true });
    if (warned.length === 0) return { warned: 0 };
    const team = await tx.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM "Account" WHERE roles <> '{}' AND roles && ${[...EDITORS]}::"Role"[] AND "disabledAt" IS NULL`;
    for (const { noticeId, by } of warned)
      for (const { id } of team) await enqueue(tx, 'mail-promise', { accountId: String(id), noticeId, by: by.toISOString() });
    const told = new Set(warned.map(({ noticeId }) => noticeId));
    for (const { slug, status, facts } of incidents) if (told.has(facts.noticeId)) await openPromised(tx, ctx, { slug, status });
    return { warned: warned.length };
  },
  audit: ({ warned }) => (warned === 0 ? null : { subject: 'promises', detail: { warned } }),
});
