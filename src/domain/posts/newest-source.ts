import type { Transaction } from '#domain/core/context.ts';
import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import { DEFAULT_LOCALE } from '#paths';

interface Place {
  postId: number;
  updateId: number | null;
  /** The language that is translated into. */
  locale: string;
}

export interface SourceRevision {
  id: number;
  locale: string;
  source: string;
  proseHash: string;
}

/** Whether a revision `w` counts as something to follow: it was submitted, or it is out. What was only pushed, nobody has stood for yet. */
export const isCounted = Prisma.sql`(EXISTS (SELECT 1 FROM "Submission" cs WHERE cs."revisionId" = w.id)
  OR EXISTS (SELECT 1 FROM "Publication" cp WHERE cp."revisionId" = w.id))`;

/**
 * What a translation of a text follows if nothing else is said: the newest counted revision in the language that the text is written in. That is the
 * default one or, where the text is not there in it, the one it was written in first. Null for the source itself, for what that was translated from, and
 * where nothing counts yet.
 */
export async function newestSource(db: PrismaClient | Transaction, { postId, updateId, locale }: Place): Promise<SourceRevision | null> {
  const [row] = await db.$queryRaw<SourceRevision[]>`
    SELECT w.id, w.locale, w.source, w."proseHash" FROM "Revision" w
    WHERE w."postId" = ${postId} AND w."updateId" IS NOT DISTINCT FROM ${updateId}::int AND ${isCounted} AND w.locale <> ${locale} AND w.locale = (
      SELECT f.locale FROM "Revision" f WHERE f."postId" = w."postId" AND f."updateId" IS NOT DISTINCT FROM w."updateId"
      ORDER BY f.locale = ${DEFAULT_LOCALE} DESC, f.id LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM "Revision" n WHERE n.id = w."translationOfId" AND n.locale = ${locale})
    ORDER BY w.id DESC LIMIT 1`;
  return row ?? null;
}
