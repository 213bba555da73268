import { z } from 'zod';
import type { Context } from '#domain/core/context.ts';
import { query } from '#domain/core/verb.ts';
import { publishedIncidents } from '#domain/incidents/published-incidents.ts';
import { PACE } from '#domain/processes/pace.ts';
import { type WaitingText, waitingTexts } from '#domain/review/waiting-texts.ts';
import type { Locale } from '#paths';
import { olderTexts } from '#domain/translations/older-texts.ts';
import { type PublicText, publicTexts } from './public-texts.ts';
import { type OpenDraft, openDrafts } from './open-drafts.ts';
import { promisesOf, type Promised } from './promises.ts';
import { type ScheduledText, scheduledTexts } from './scheduled-texts.ts';
import { type Trouble, troubles } from './troubles.ts';

export interface FrontPage {
  /** The database's time; ISO 8601. */
  now: string;
  /** What was submitted and is not done with; what waits for whoever asks comes first. */
  waiting: WaitingText[];
  /** What goes out at a time, the next first. */
  scheduled: ScheduledText[];
  live: PublicText[];
  drafts: OpenDraft[];
  /** The updates that were promised, the next one first. */
  promises: Promised[];
  /** Null before the first edition. */
  edition: { number: number; publishedAt: string; instances: number; showing: number } | null;
  troubles: Trouble[];
}

/** What the team's front page says: what is live, what is being written, what was promised and what is wrong. `locale`: the language that titles are wanted in. */
export const readFrontPage = query({
  name: 'studio/read-front-page',
  input: z.strictObject({ locale: z.string().max(10) }),
  async run(ctx, { locale }): Promise<FrontPage> {
    const { db, now } = ctx;
    const newest = await db.edition.findFirst({ orderBy: { number: 'desc' }, select: { number: true, publishedAt: true } });
    const older = await olderTexts(db);
    const [waiting, live, drafts, processes] = await Promise.all([
      waitingTexts(ctx),
      publicTexts(db, locale as Locale, older),
      openDrafts(db),
      livingProcesses(ctx),
    ]);
    const serving = processes.filter(({ kind }) => kind === 'serve');
    const showing = serving.filter(({ edition }) => edition === newest?.number).length;
    const { incidents } = newest ? await publishedIncidents(db, db, newest.number) : { incidents: [] };
    const promises = promisesOf(incidents);
    return {
      now: now.toISOString(),
      waiting,
      scheduled: await scheduledTexts(ctx, { workers: processes.length - serving.length, edition: newest?.number ?? 0 }),
      live,
      drafts,
      promises,
      edition: newest && { number: newest.number, publishedAt: newest.publishedAt.toISOString(), instances: serving.length, showing },
      troubles: await troubles(ctx, { processes, promises, newest, older }),
    };
  },
});

/** Those that have said of late that they live. */
function livingProcesses({ db, now }: Context) {
  return db.process.findMany({ where: { seenAt: { gte: new Date(now.getTime() - PACE.goneMs) } }, orderBy: [{ host: 'asc' }, { id: 'asc' }] });
}
