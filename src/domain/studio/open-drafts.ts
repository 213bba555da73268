import type { PrismaClient } from '#generated/prisma/client.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';

/** A text that is being written. */
export interface OpenDraft {
  id: number;
  /** Where it stands in a content folder. */
  path: string;
  /** ISO 8601. */
  savedAt: string;
}

/** What is being written, what was saved last first. */
export async function openDrafts(db: PrismaClient): Promise<OpenDraft[]> {
  const drafts = await db.draft.findMany({
    orderBy: [{ savedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, locale: true, savedAt: true, post: { select: { kind: true, slug: true } }, update: { select: { slug: true } } },
  });
  return drafts.map(({ id, locale, savedAt, post, update }) => {
    const path = storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale });
    return { id, path, savedAt: savedAt.toISOString() };
  });
}
