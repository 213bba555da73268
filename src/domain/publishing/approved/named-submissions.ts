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
  state: SubmissionState;
  isNewest: boolean;
  holds: boolean;
  /** It has an error that a second person has to let stand. */
  needsWaiver: boolean;
}

/** The submissions by their ids. Throws NotFound when one is not there, and Conflict `not_together` when they are not of one text, or live already. */
export async function namedSubmissions(tx: Pick<Transaction, '$queryRaw'>, ids: readonly number[]): Promise<NamedSubmission[]> {
  const rows = await tx.$queryRaw<
    {
      revision: number;
      facts: number | null;
      rendering: number;
      state: SubmissionState;
      isNewest: boolean;
      holds: boolean;
      needsWaiver: boolean;
      live: boolean;
      place: string;
    }[]
  >`
    SELECT s."revisionId" AS revision, s."factsRevisionId" AS facts, s."renderingId" AS rendering, s.state::text AS state, ${isNewest} AS "isNewest",
      ${approvalHolds} AS holds, ${needsWaiver} AS "needsWaiver", ${isLive} AS live, concat(t."postId", '/', t."updateId") AS place
    FROM "Submission" s JOIN "Revision" t ON t.id = s."revisionId" WHERE s.id = ANY(${[...ids]}::int[])`;
  if (rows.length < new Set(ids).size) throw new NotFound();
  if (new Set(rows.map(({ place }) => place)).size > 1) throw new Conflict('not_together', 'These are not the languages of one text; nothing was published.');
  if (rows.some(({ live }) => live)) throw new Conflict('live_already', 'This is live already; nothing was changed.');
  return rows.map(({ revision, facts, rendering, live, place, ...said }) => ({ text: { revision, facts, rendering }, ...said }));
}
