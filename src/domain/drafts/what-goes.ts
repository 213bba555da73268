import type { Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';

/** A text that can be thrown away, in one of its languages. */
interface Going {
  draft: number;
  locale: Locale;
  version: number;
  /** Was submitted: its revisions stay. */
  wasSubmitted: boolean;
}

export interface WhatGoes {
  draft: number;
  path: string;
  kind: 'advisory' | 'note' | 'update';
  /** The word of its address. */
  slug: string;
  /** Of the advisory of an update. */
  advisory: string | null;
  locale: Locale;
  postId: number;
  updateId: number | null;
  incidentId: number | null;
  /** All that is being written of the text, this language first. */
  languages: Going[];
  /** The text is live in some language, or its updates are: nothing of it is thrown away. */
  isLive: boolean;
  /** Updates that are being written of an advisory: they go with all of it. */
  updates: number;
}

/** What would go with a draft. Throws NotFound when there is none. Four statements. */
export async function whatGoes(db: PrismaClient | Transaction, draft: number): Promise<WhatGoes> {
  const own = await db.draft.findUnique({ where: { id: draft }, include: { post: true, update: true } });
  if (!own) throw new NotFound();
  const { postId, updateId, post, update } = own;
  const drafts = await db.draft.findMany({ where: { postId, updateId }, orderBy: { id: 'asc' } });
  const revisions = await db.revision.findMany({ where: { postId, updateId }, distinct: ['locale'], select: { locale: true } });
  const live = await db.publication.count({ where: updateId === null ? { postId } : { postId, updateId } });
  const updates = updateId === null ? await db.update.count({ where: { postId } }) : 0;
  const languages = drafts.map(({ id, locale, version }) => {
    return { draft: id, locale: locale as Locale, version, wasSubmitted: revisions.some((revision) => revision.locale === locale) };
  });
  return {
    draft,
    path: storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale: own.locale }),
    kind: update ? 'update' : post.kind,
    slug: (update ?? post).slug,
    advisory: update ? post.slug : null,
    locale: own.locale as Locale,
    postId,
    updateId,
    incidentId: updateId === null ? post.incidentId : null,
    languages: [...languages.filter((one) => one.draft === draft), ...languages.filter((one) => one.draft !== draft)],
    isLive: live > 0,
    updates,
  };
}
