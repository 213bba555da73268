import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { dueSite } from './due-site.ts';
import { dueTexts } from './due-texts.ts';
import { type NamedText, namedText } from './named-text.ts';

export interface PushedSet {
  push: number;
  /** When it was made; ISO 8601. */
  pushedAt: string;
  /** What `publish` is given: all of the set. */
  texts: NamedText[];
  site: number;
  /** What differs from what is live: paths below the content folder, site.yaml among them, and why. */
  news: { path: string; news: 'new' | 'text' | 'facts' | 'look' }[];
  /** The edition that is live; null before the first. */
  edition: number | null;
}

/**
 * The set that a push made, the latest unless one is named, with what it would publish now. Throws NotFound when there is none, and
 * Conflict `published_meanwhile` when something newer is live.
 */
export const readPush = query({
  name: 'publishing/read-push',
  input: z.strictObject({ push: z.int().positive().optional() }),
  async run({ db }, { push }): Promise<PushedSet> {
    const found = await db.push.findFirst({ where: push === undefined ? {} : { id: push }, orderBy: { id: 'desc' } });
    if (!found) throw new NotFound(push === undefined ? 'Nothing was pushed yet: candor content push comes first.' : `There is no push ${push}.`);
    const newest = await db.edition.findFirst({ orderBy: { number: 'desc' } });
    const texts = z.array(namedText).parse(found.texts);
    const site = await dueSite(db, found.siteRevisionId, newest?.siteRevisionId);
    const siteNews = newest === null ? 'new' : site === newest.siteRevisionId ? null : 'text';
    return {
      push: found.id,
      pushedAt: found.at.toISOString(),
      texts,
      site,
      news: [
        ...(siteNews === null ? [] : [{ path: 'site.yaml', news: siteNews } as const]),
        ...(await dueTexts(db, texts)).map(({ path, news }) => ({ path, news })),
      ],
      edition: newest?.number ?? null,
    };
  },
});
