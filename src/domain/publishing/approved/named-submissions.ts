import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import type { SubmissionState } from '#generated/prisma/client.ts';
import { LOCALES } from '#paths';
import type { NamedText } from '../named-text.ts';
import { approvalHolds, isLive, isNewest, needsWaiver } from './sql.ts';

/** What is published together: submissions of one text, one a language, each by its id. What a submission names never changes. */
export const submissionIds = z.array(z.int().positive()).min(1, 'nothing_chosen').max(LOCALES.length, 'not_a_form');

interface NamedSubmission {
  text: NamedText;
  submission: number;
  state: SubmissionState;
  isLive: boolean;
  isNewest: boolean;
  holds: boolean;
  /** It has an error that a second person has to let stand. */
  needsWaiver: boolean;
}

/** The submissions by their ids. Throws NotFound when one is not there, and Conflict `not_together` when they are not of one text. */
export async function namedSubmissions(tx: Pick<Transaction, '$queryRaw'>, ids: readonly number[]): Promise<NamedSubmission[]> {
  const rows = await tx.$queryRaw<
    {
      submission: number;
      revision: number;
      facts: number | null;
      rendering: number;
      state: SubmissionState;
      isNewest: boolean;
      holds: boolean;
      isLive: boolean;
      needsWaiver: boolean;
      place: string;
    }[]
  >`
    SELECT s.id AS submission, s."revisionId" AS revision, s."factsRevisionId" AS facts, s."renderingId" AS rendering, s.state::text AS state, ${isNewest} AS "isNewest",
      ${approvalHolds} AS holds, ${needsWaiver} AS "needsWaiver", ${isLive} AS "isLive", concat(t."postId", '/', t."updateId") AS place
    FROM "Submission" s JOIN "Revision" t ON t.id = s."revisionId" WHERE s.id = ANY(${[...ids]}::int[]) ORDER BY s.id`;
  if (rows.length < new Set(ids).size) throw new NotFound();
  if (new Set(rows.map(({ place }) => place)).size > 1) throw new Conflict('not_together', 'These are not the languages of one text; nothing was published.');
  return rows.map(({ revision, facts, rendering, place: _place, ...said }) => ({ text: { revision, facts, rendering }, ...said }));
}

/** Throws Conflict `live_already` for what is live as it is, and `approval_ended` for what nobody approves any more. */
export function refuseUnapproved(named: readonly NamedSubmission[]): void {
  refuseLive(named);
  if (named.some(({ holds }) => !holds)) throw new Conflict('approval_ended', 'An approval ended: the text or its facts changed since. Nothing was published.');
}

/** Throws Conflict `live_already` for what is live as it is. */
export function refuseLive(named: readonly NamedSubmission[]): void {
  if (named.some(({ isLive }) => isLive)) throw new Conflict('live_already', 'This is live already; nothing was changed.');
}
