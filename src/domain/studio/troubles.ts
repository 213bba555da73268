import type { Process, ScheduleMiss } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { isUnanswered } from '#domain/publishing/approved/sql.ts';
import type { OlderText } from '#domain/translations/older-texts.ts';
import { WAITS_MS } from '#domain/publishing/scheduled/lapse.ts';
import type { Promised } from './promises.ts';

/** How long before a promise the team is warned, in milliseconds. */
export const WARNED_MS = 30 * 60_000;
/** How long an instance may take to show the newest edition, in milliseconds: it beats every five seconds. */
const SWAP_MS = 15_000;

/** What is wrong. Times are ISO 8601. */
export type Trouble =
  /** `seenAt` and `host` are of the last that was seen, if any. */
  | { kind: 'no_worker'; seenAt: string | null; host: string | null }
  | { kind: 'behind'; host: string; edition: number | null; newest: number }
  /** One person published it alone, and no second one has looked; `submission` is what they would approve. */
  | { kind: 'alone'; edition: number; slug: string; submission: number; at: string }
  /** It was to go out at a time, and did not; nobody has dealt with it since. `submission` leads to its publication. */
  | { kind: 'missed'; slug: string; submission: number; at: string; why: ScheduleMiss }
  /** A page was fetched from outside, and was not what is published. */
  | { kind: 'unseen'; edition: number; path: string }
  /** A live translation is older than what it translates. */
  | { kind: 'older'; text: OlderText }
  | ({ kind: 'update_late' | 'update_due' } & Promised);

interface Seen {
  processes: Process[];
  promises: Promised[];
  newest: { number: number; publishedAt: Date } | null;
  older: readonly OlderText[];
}

/** Everything that is wrong now, what stops work first. */
export async function troubles({ db, now }: Context, { processes, promises, newest, older }: Seen): Promise<Trouble[]> {
  const found: Trouble[] = [];
  if (!processes.some(({ kind }) => kind === 'work')) {
    const last = await db.process.findFirst({ where: { kind: 'work' }, orderBy: { seenAt: 'desc' } });
    found.push({ kind: 'no_worker', seenAt: last?.seenAt.toISOString() ?? null, host: last?.host ?? null });
  }
  for (const promised of promises) {
    const left = Date.parse(promised.by) - now.getTime();
    if (left <= WARNED_MS) found.push({ kind: left <= 0 ? 'update_late' : 'update_due', ...promised });
  }
  if (newest && now.getTime() - newest.publishedAt.getTime() > SWAP_MS) {
    const behind = processes.filter(({ kind, edition }) => kind === 'serve' && (edition ?? 0) < newest.number);
    found.push(...behind.map(({ host, edition }) => ({ kind: 'behind' as const, host, edition, newest: newest.number })));
  }
  return [
    ...found,
    ...(await missed(db, now)),
    ...(await alone(db)),
    ...(await unseen(db, newest)),
    ...older.map((text) => ({ kind: 'older' as const, text })),
  ];
}

/** What was missed, or is so late that no worker will publish it any more; until somebody has read it, or its text was published or planned anew. */
async function missed(db: Context['db'], now: Date): Promise<Trouble[]> {
  const off = new Date(now.getTime() - WAITS_MS);
  const rows = await db.$queryRaw<{ slug: string; submission: number; at: Date; why: ScheduleMiss }[]>`
    SELECT DISTINCT ON (c.id) o.slug, s.id AS submission, c.at, coalesce(c.missed::text, 'no_worker') AS why
    FROM "Schedule" c JOIN "ScheduledText" x ON x."scheduleId" = c.id JOIN "Submission" s ON s.id = x."submissionId" JOIN "Revision" v ON v.id = s."revisionId"
    JOIN "Post" o ON o.id = v."postId"
    WHERE (c.state = 'missed' AND c."putAwayAt" IS NULL OR c.state = 'due' AND c.at <= ${off})
      AND NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p."postId" = v."postId" AND p."updateId" IS NOT DISTINCT FROM v."updateId" AND p."publishedAt" > coalesce(c."endedAt", c.at))
      AND NOT EXISTS (SELECT 1 FROM "Schedule" n JOIN "ScheduledText" y ON y."scheduleId" = n.id JOIN "Submission" m ON m.id = y."submissionId"
        JOIN "Revision" w ON w.id = m."revisionId" WHERE w."postId" = v."postId" AND w."updateId" IS NOT DISTINCT FROM v."updateId" AND n.id > c.id)
    ORDER BY c.id, s.id`;
  return rows.map(({ at, ...row }) => ({ kind: 'missed', ...row, at: at.toISOString() }));
}

async function alone(db: Context['db']): Promise<Trouble[]> {
  const rows = await db.$queryRaw<{ edition: number; slug: string; submission: number; at: Date }[]>`
    SELECT e."editionNumber" AS edition, o.slug, max(s.id) AS submission, e.at
    FROM "Emergency" e JOIN "Publication" p ON p."editionNumber" = e."editionNumber" JOIN "Post" o ON o.id = p."postId"
    JOIN "Submission" s ON s."revisionId" = p."revisionId" WHERE ${isUnanswered} GROUP BY e."editionNumber", o.slug, p.locale, e.at ORDER BY 1, 3`;
  return rows.map(({ at, ...row }) => ({ kind: 'alone', ...row, at: at.toISOString() }));
}

/** Of the newest edition: what an earlier one did not show, its readers no longer look for. */
async function unseen(db: Context['db'], newest: Seen['newest']): Promise<Trouble[]> {
  const where = { editionNumber: newest?.number ?? 0, outcome: { not: 'same' as const } };
  const rows = await db.publicationCheck.findMany({ where, orderBy: { path: 'asc' } });
  return rows.map(({ editionNumber: edition, path }) => ({ kind: 'unseen', edition, path }));
}
