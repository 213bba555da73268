import type { Transaction } from '#domain/core/context.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { LiveText } from '../live/live-texts.ts';
import type { DraftText } from './draft-texts.ts';
import type { PulledFile } from './pulled-file.ts';

/** The files of the texts that are live, or, in their place and beside them, of those that are being written. Two statements. */
export async function pulledTexts(tx: Transaction, live: readonly LiveText[], drafts: readonly DraftText[]): Promise<PulledFile[]> {
  const revisions = await tx.revision.findMany({ where: { id: { in: live.map(({ revisionId }) => revisionId) } }, select: { id: true, source: true } });
  const sources = new Map(revisions.map(({ id, source }) => [id, source]));
  const texts = new Map([...live.map((text) => ({ ...text, source: sources.get(text.revisionId) as string })), ...drafts].map((text) => [placeOf(text), text]));
  const known = await knownTexts(tx, [...new Set([...texts.values()].map(({ postId }) => postId))]);
  return [...texts].map(([place, text]) => ({ path: storedTextPath(text), text: text.source, known: known.get(place) ?? [] }));
}

interface Place {
  postId: number;
  updateId: number | null;
  locale: string;
}

const placeOf = ({ postId, updateId, locale }: Place) => `${postId}/${updateId}/${locale}`;

/** By place, the SHA-256 of all that was ever stored there. */
async function knownTexts(tx: Pick<Transaction, '$queryRaw'>, postIds: number[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<(Place & { hash: string })[]>`
    SELECT DISTINCT "postId", "updateId", locale, encode(sha256(convert_to(source, 'UTF8')), 'hex') AS hash FROM (
      SELECT "postId", "updateId", locale, source FROM "Revision" UNION ALL SELECT "postId", "updateId", locale, source FROM "Draft"
    ) every WHERE "postId" = ANY(${postIds}::int[])`;
  return new Map([...Map.groupBy(rows, placeOf)].map(([place, group]) => [place, group.map(({ hash }) => hash)]));
}
