import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { type Locale, paths, teamPaths } from '#paths';
import { hitRows, type HitRow } from './hit-rows.ts';

/** What somebody looks for: more is no name of anything. */
const MAX_WORDS = 6;

/** A text in one language, or an order, that has the words asked for. */
export interface Hit {
  kind: 'draft' | 'submission' | 'live' | 'text' | 'order';
  title: string;
  /** Where its text stands in a content folder. */
  path: string;
  /** Of the incident; null where it has none. */
  noticeId: string | null;
  locale: Locale;
  /** Of an order. */
  order: number | null;
  /** Where it is worked on, or else read; null for a text that is nowhere yet. */
  to: string | null;
  /** How it is opened for writing. */
  place: { kind: 'advisory' | 'note'; slug: string; update: string };
}

/**
 * Texts in every language, drafts and submissions that have every word of `q` in their title, their name in addresses or the number of their notice,
 * and the order whose number it is: what is named exactly first, then what was written last. No words: nothing.
 */
export const goTo = query({
  name: 'studio/go-to',
  input: z.strictObject({ q: z.string().max(200), locale: z.string().max(10) }),
  async run(ctx, { q, locale }): Promise<Hit[]> {
    requireAccount(ctx);
    const words = q
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s\p{Cc}]+/u)
      .filter(Boolean)
      .slice(0, MAX_WORDS);
    if (words.length === 0) return [];
    const rows = await hitRows(ctx.db, words, locale);
    const asked = words.join(' ');
    const rankOf = (row: HitRow) => [row.noticeId, row.update, row.slug].findIndex((name) => name?.toLowerCase() === asked);
    const exact = (row: HitRow) => row.order !== null || rankOf(row) !== -1;
    return [...rows.filter(exact), ...rows.filter((row) => !exact(row))].map(toHit);
  },
});

function toHit({ kind, slug, update, locale, title, noticeId, draft, submission, live, order }: HitRow): Hit {
  const path = storedTextPath({ kind, slug, updateSlug: update, locale });
  const named = { title: title || path, path, noticeId, locale: locale as Locale, order, place: { kind, slug, update: update ?? '' } };
  const publicly =
    update !== null
      ? paths.update(locale as Locale, slug, update)
      : kind === 'note'
        ? paths.note(locale as Locale, slug)
        : paths.advisory(locale as Locale, slug);
  if (order !== null) return { ...named, kind: 'order', to: live ? publicly : null };
  if (draft !== null) return { ...named, kind: 'draft', to: teamPaths.draft(String(draft)) };
  if (submission !== null) return { ...named, kind: 'submission', to: teamPaths.review(String(submission)) };
  return { ...named, kind: live ? 'live' : 'text', to: live ? publicly : null };
}
