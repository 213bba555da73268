import type { PrismaClient } from '#generated/prisma/client.ts';

interface Place {
  id: number;
  postId: number;
  updateId: number | null;
  locale: string;
  factsRevisionId: number | null;
}

/** What is live of the text that a revision is of, in its language; once it is live with these facts, what was so before. Null where nothing was. */
export function liveBefore(db: PrismaClient, { id, postId, updateId, locale, factsRevisionId }: Place) {
  return db.publication.findFirst({
    where: { postId, updateId, locale, NOT: { revisionId: id, factsRevisionId } },
    orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
    select: { publishedAt: true, revision: { select: { source: true } }, facts: { select: { json: true } } },
  });
}
