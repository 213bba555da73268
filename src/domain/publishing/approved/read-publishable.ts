import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { PACE } from '#domain/processes/pace.ts';
import type { SubmissionState } from '#generated/prisma/client.ts';
import type { CorrectedChange } from '#model/edition.ts';
import { type Facts, factsSchema, type Status } from '#model/facts.ts';
import { LOCALES, type Locale } from '#paths';
import { changedValues } from '../corrections/changed-values.ts';
import { type ScheduleView, schedulesOf } from '../scheduled/schedules-of.ts';
import { type Tried, tryEdition } from '../scheduled/try-edition.ts';
import { type EarlierRevision, earlierRevisions } from './earlier-revisions.ts';
import { approvalHolds, isLive, isNewest, needsWaiver } from './sql.ts';
import { type Accepted, acceptedSchema } from './standing.ts';

/** One language of a text, as it was submitted last. Times are ISO 8601. */
export interface PublishableLanguage {
  submission: number;
  locale: Locale;
  state: SubmissionState;
  holds: boolean;
  isNewest: boolean;
  isLive: boolean;
  sourceHash: string;
  factsHash: string;
  /** An address. */
  approvedBy: string | null;
  approvedAt: string | null;
  /** It has an error that somebody has to let stand. */
  needsWaiver: boolean;
  /** What its approver let stand. */
  accepted: Accepted[];
  /** What readers act on and it changes: each language in which something does needs a reason. */
  corrections: CorrectedChange[];
}

export interface Publishable {
  /** Where the text stands in a content folder, in the language that was asked for. */
  path: string;
  /** In the order of the site's languages. */
  languages: PublishableLanguage[];
  /** What moves with it; null where it stays as it is. */
  moves: {
    status: { was: Status | null; is: Status } | null;
    promise: { was: string | null; is: string | null } | null;
    /** Entries that the log of corrections has not yet, by their times. */
    corrections: string[];
  };
  /** The database's time; ISO 8601. */
  now: string;
  schedules: ScheduleView[];
  /** What was approved and public before. */
  earlier: EarlierRevision[];
  /** Whether what can go out now makes an edition; null where nothing can, or somebody publishes just now. */
  tried: Tried | null;
  instances: number;
  workers: number;
  /** Of the edition that published this text last; null before. */
  last: {
    edition: number;
    publishedAt: string;
    /** Instances that show it, or a newer one. */
    showing: number;
    checks: { path: string; outcome: 'same' | 'different' | 'unreachable'; at: string }[];
    /** Why one person published it alone. */
    reason: string | null;
  } | null;
}

interface Row extends Omit<PublishableLanguage, 'approvedAt' | 'corrections' | 'accepted'> {
  approvedAt: Date | null;
  accepted: unknown;
  revision: number;
  factsRevision: number | null;
  renderingId: number;
  source: string;
  wasSource: string | null;
  wasFacts: unknown;
  facts: unknown;
  rendering: StoredRendering;
}

/** What can go out of the text that a submission is of, in every language. Throws NotFound when there is no such submission. */
export const readPublishable = query({
  name: 'publishing/approved/read-publishable',
  input: z.strictObject({ id: z.int().positive() }),
  async run(ctx, { id }): Promise<Publishable> {
    const { db, now } = ctx;
    const asked = await db.submission.findUnique({ where: { id }, select: { revision: { include: { post: true, update: true } } } });
    if (!asked) throw new NotFound();
    const { postId, updateId, post, update, locale } = asked.revision;
    const rows = await db.$queryRaw<Row[]>`
      SELECT DISTINCT ON (t.locale) s.id AS submission, t.locale, s.state::text AS state, ${approvalHolds} AS holds, ${isNewest} AS "isNewest",
        ${isLive} AS "isLive", t."sourceHash", coalesce(g.hash, '') AS "factsHash", who.email AS "approvedBy", b.at AS "approvedAt",
        ${needsWaiver} AS "needsWaiver", coalesce(b.accepted, '[]') AS accepted, g.json AS facts, d.json AS rendering,
        t.id AS revision, g.id AS "factsRevision", d.id AS "renderingId", t.source, live.source AS "wasSource", live.json AS "wasFacts"
      FROM "Submission" s JOIN "Revision" t ON t.id = s."revisionId" JOIN "Rendering" d ON d.id = s."renderingId"
      LEFT JOIN "FactsRevision" g ON g.id = s."factsRevisionId" LEFT JOIN "Approval" b ON b."submissionId" = s.id LEFT JOIN "Account" who ON who.id = b."approverId"
      LEFT JOIN LATERAL (
        SELECT w.source, h.json FROM "Publication" p JOIN "Revision" w ON w.id = p."revisionId" LEFT JOIN "FactsRevision" h ON h.id = p."factsRevisionId"
        WHERE p."postId" = t."postId" AND p."updateId" IS NOT DISTINCT FROM t."updateId" AND p.locale = t.locale ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1
      ) live ON TRUE
      WHERE t."postId" = ${postId} AND t."updateId" IS NOT DISTINCT FROM ${updateId}::int ORDER BY t.locale, s.id DESC`;
    const processes = await db.process.findMany({ where: { seenAt: { gte: new Date(now.getTime() - PACE.goneMs) } }, select: { kind: true, edition: true } });
    const serving = processes.filter(({ kind }) => kind === 'serve');
    const last = await db.publication.findFirst({
      where: { postId, updateId },
      orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
      select: { publishedAt: true, editionNumber: true, edition: { select: { emergency: true, checks: { orderBy: { path: 'asc' } } } } },
    });
    const told = await db.publication.findFirst({
      where: { postId, updateId: null, factsRevisionId: { not: null } },
      orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
      select: { facts: { select: { json: true } } },
    });
    const ready = rows.filter(({ holds, isLive }) => holds && !isLive);
    const newest = await db.edition.findFirst({ orderBy: { number: 'desc' }, select: { number: true } });
    const shown = rows.find((row) => row.locale === locale) ?? rows[0];
    return {
      path: storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale }),
      languages: LOCALES.flatMap((offered) => {
        const row = rows.find((one) => one.locale === offered);
        if (!row) return [];
        return [toLanguage(row, updateId === null)];
      }),
      moves: {
        status: shown?.rendering.status && last === null ? { was: null, is: shown.rendering.status } : null,
        // The facts of a post are those of its own texts: an update moves none.
        ...movesOf(factsOf(told?.facts?.json), updateId === null ? factsOf(shown?.facts) : null),
      },
      now: now.toISOString(),
      earlier: await earlierRevisions(db, { postId, updateId }),
      schedules: await schedulesOf(db, { postId, updateId }),
      tried: ready.length === 0 ? null : await tryEdition(ctx, ready.map(namedOf), newest?.number ?? 0),
      instances: serving.length,
      workers: processes.length - serving.length,
      last: last && {
        edition: last.editionNumber,
        publishedAt: last.publishedAt.toISOString(),
        showing: serving.filter(({ edition }) => (edition ?? 0) >= last.editionNumber).length,
        checks: last.edition.checks.map(({ path, outcome, at }) => ({ path, outcome, at: at.toISOString() })),
        reason: last.edition.emergency?.reason ?? null,
      },
    };
  },
});

const namedOf = ({ revision, factsRevision, renderingId }: Row) => ({ revision, facts: factsRevision, rendering: renderingId });

function toLanguage(row: Row, isOwn: boolean): PublishableLanguage {
  const { submission, locale, state, holds, isNewest: newest, isLive: live, sourceHash, factsHash, approvedBy, approvedAt, needsWaiver: needs } = row;
  const facts = (json: unknown) => (isOwn ? factsOf(json) : null);
  const [before, after] = [
    { source: row.wasSource ?? '', facts: facts(row.wasFacts) },
    { source: row.source, facts: facts(row.facts) },
  ];
  const corrections = live || row.wasSource === null ? [] : changedValues(before, after, locale);
  const said = { submission, locale, state, holds, isNewest: newest, isLive: live, sourceHash, factsHash, approvedBy, needsWaiver: needs };
  return { ...said, approvedAt: approvedAt?.toISOString() ?? null, corrections, accepted: z.array(acceptedSchema).parse(row.accepted) };
}

const factsOf = (json: unknown): Facts | null => (json === null || json === undefined ? null : factsSchema.parse(json));

function movesOf(was: Facts | null, is: Facts | null): Pick<Publishable['moves'], 'promise' | 'corrections'> {
  if (!is) return { promise: null, corrections: [] };
  const promise = { was: was?.nextUpdateBy ?? null, is: is.nextUpdateBy ?? null };
  const known = new Set(was?.corrections.map(({ at }) => at));
  return { promise: promise.was === promise.is ? null : promise, corrections: is.corrections.flatMap(({ at }) => (known.has(at) ? [] : [at])) };
}
