import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { factsInHand } from '#domain/facts-drafts/facts-in-hand.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { folderName } from '#model/team/pictures/pictures.ts';
import type { Locale } from '#paths';
import { type FactsInShort, factsInShort } from './facts-in-short.ts';

export interface DraftView {
  id: number;
  version: number;
  /** ISO 8601. */
  savedAt: string;
  source: string;
  locale: Locale;
  /** Where the text stands in a content folder. */
  path: string;
  kind: 'advisory' | 'note' | 'update';
  /** Of its pictures, as forms name it. */
  folder: string;
  /** Of its incident; null for a text that has none. */
  facts: FactsInShort | null;
}

/** A draft as it was saved last. Throws NotFound when there is none. */
export const readDraft = query({
  name: 'drafts/read-draft',
  input: z.strictObject({ id: z.int().positive() }),
  async run({ db, now }, { id }): Promise<DraftView> {
    const draft = await db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const { post, update, locale, version, source, savedAt } = draft;
    const { incidentId } = post;
    const hand = incidentId === null ? null : await factsInHand(db, incidentId);
    return {
      id,
      version,
      savedAt: savedAt.toISOString(),
      source,
      locale: locale as Locale,
      path: storedTextPath({ kind: post.kind, slug: post.slug, updateSlug: update?.slug ?? null, locale }),
      kind: update ? 'update' : post.kind,
      folder: folderName({ post: post.id, ofUpdates: update !== null }),
      facts: incidentId !== null && hand ? factsInShort(incidentId, hand, { now, site: await publishedSite(db) }) : null,
    };
  },
});
