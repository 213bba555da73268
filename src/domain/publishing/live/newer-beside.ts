import { newerIn, type ShownText } from './newer-in.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';

interface Placed {
  postId: number;
  updateId: number | null;
  locale: string;
  proseHash: string;
  /** The revision that it translates. */
  translationOfId: number | null;
}

/** By language, where what a text translates is newer, once `text` is read in its place beside what is live. Two statements. */
export async function newerBeside(db: PrismaClient, text: Placed, upTo: number): Promise<ReadonlyMap<Locale, Locale | null>> {
  const { postId, updateId, locale, proseHash, translationOfId } = text;
  const named = { id: true, locale: true, proseHash: true } as const;
  const rows = await db.publication.findMany({
    where: { postId, updateId, locale: { not: locale }, editionNumber: { lte: upTo } },
    orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
    distinct: ['locale'],
    select: { locale: true, revisionId: true, revision: { select: { proseHash: true, translationOf: { select: named } } } },
  });
  const follows = translationOfId === null ? null : await db.revision.findUnique({ where: { id: translationOfId }, select: named });
  // Going out, it is a revision that is newer than any other.
  const own: ShownText = { locale, revisionId: Number.MAX_SAFE_INTEGER, proseHash, follows };
  const others = rows.map(({ revision, ...row }): ShownText => ({ ...row, proseHash: revision.proseHash, follows: revision.translationOf }));
  const shown = [own, ...others];
  return new Map(shown.map((one) => [one.locale as Locale, newerIn(one, shown)]));
}
