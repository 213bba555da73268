import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { type Locale, paths } from '#paths';

/** The public addresses of what an edition published anew or says is late, without the host. */
export const publishedPaths = query({
  name: 'publishing/approved/published-paths',
  input: z.strictObject({ edition: z.int().positive() }),
  async run({ db }, { edition }): Promise<string[]> {
    const rows = await db.publication.findMany({
      where: { editionNumber: edition },
      orderBy: { id: 'asc' },
      select: { locale: true, post: { select: { kind: true, slug: true } }, update: { select: { slug: true } } },
    });
    const late = await db.publication.findMany({
      where: { updateId: null, post: { late: { some: { editionNumber: edition } } } },
      distinct: ['postId', 'locale'],
      orderBy: [{ postId: 'asc' }, { locale: 'asc' }],
      select: { locale: true, post: { select: { slug: true } } },
    });
    const ofLate = late.map(({ locale, post }) => paths.advisory(locale as Locale, post.slug));
    const published = rows.map(({ locale: of, post: { kind, slug }, update }) => {
      const locale = of as Locale;
      if (update) return paths.update(locale, slug, update.slug);
      return kind === 'note' ? paths.note(locale, slug) : paths.advisory(locale, slug);
    });
    return [...published, ...ofLate];
  },
});
