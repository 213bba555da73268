import { z } from 'zod';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import type { Locale } from '#paths';

export interface Beginnings {
  /** The database's time; ISO 8601. */
  now: string;
  /** Of the site; none before it was published. */
  locales: readonly Locale[];
  /** Advisories that an update can be about, the newest first. */
  advisories: { post: number; slug: string; title: string }[];
}

/** What the pages offer on which something new begins. */
export const readBeginnings = query({
  name: 'beginnings/read-beginnings',
  input: z.strictObject({}),
  async run({ db, now }): Promise<Beginnings> {
    const site = await publishedSite(db);
    const posts = await db.post.findMany({
      where: { kind: 'advisory', OR: [{ drafts: { some: { updateId: null } } }, { revisions: { some: { updateId: null } } }] },
      orderBy: { id: 'desc' },
      select: { id: true, slug: true, incident: { select: { title: true } } },
    });
    const advisories = posts.map(({ id, slug, incident }) => ({ post: id, slug, title: incident?.title ?? slug }));
    return { now: now.toISOString(), locales: site?.locales ?? [], advisories };
  },
});
