import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { type Locale, paths } from '#paths';

/** The public addresses of what an edition published anew, without the host. */
export const publishedPaths = query({
  name: 'publishing/approved/published-paths',
  input: z.strictObject({ edition: z.int().positive() }),
  async run({ db }, { edition }): Promise<string[]> {
    const rows = await db.publication.findMany({
      where: { editionNumber: edition },
      orderBy: { id: 'asc' },
      select: { locale: true, post: { select: { kind: true, slug: true } }, update: { select: { slug: true } } },
    });
    return rows.map(({ locale: of, post: { kind, slug }, update }) => {
      const locale = of as Locale;
      if (update) return paths.update(locale, slug, update.slug);
      return kind === 'note' ? paths.note(locale, slug) : paths.advisory(locale, slug);
    });
  },
});
