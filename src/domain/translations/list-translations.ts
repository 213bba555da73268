import { z } from 'zod';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { LOCALES, type Locale } from '#paths';
import { type Cell, cellsOf, liveTitles, type Place } from './cells.ts';

export interface TranslatedText {
  postId: number;
  /** Of the post. */
  kind: 'advisory' | 'note';
  slug: string;
  /** Of an update. */
  update: string | null;
  /** Null for what was never live. */
  title: string | null;
  /** One a language of the site, in its order, and those that the text has beside them. */
  cells: Cell[];
}

export interface Translations {
  locales: Locale[];
  /** What is older or missing somewhere comes first, then what was written last. */
  texts: TranslatedText[];
}

const placeOf = ({ postId, updateId }: Place) => `${postId}/${updateId}`;
const NONE = { state: 'missing', since: null, revisions: 0, draft: null, submission: null } as const;

/** Every text in every language: up to date, older than its source and since when, missing, being written, waiting. Titles are in `locale` where they can be. */
export const listTranslations = query({
  name: 'translations/list-translations',
  input: z.strictObject({ locale: z.enum(LOCALES) }),
  async run({ db }, { locale }): Promise<Translations> {
    const [site, cells, titles] = await Promise.all([publishedSite(db), cellsOf(db, null), liveTitles(db, locale)]);
    const groups = Map.groupBy(cells, placeOf);
    const locales = LOCALES.filter((one) => (site?.locales ?? LOCALES).includes(one) || cells.some((cell) => cell.locale === one));
    const posts = new Map((await db.post.findMany({ include: { updates: { select: { id: true, slug: true } } } })).map((post) => [post.id, post]));
    const title = new Map(titles.map((row) => [placeOf(row), row.title]));
    const texts = [...groups.entries()].flatMap(([place, group]) => {
      const { postId, updateId } = group[0] as Place;
      const post = posts.get(postId);
      if (!post) return [];
      const update = post.updates.find(({ id }) => id === updateId)?.slug ?? null;
      const inOrder = locales.map((one): Cell => toCell(group.find((cell) => cell.locale === one)) ?? { locale: one, ...NONE });
      return [{ postId, kind: post.kind, slug: post.slug, update, title: title.get(place) ?? null, cells: inOrder, updateId: updateId ?? 0 }];
    });
    const loud = ({ cells: some }: TranslatedText) => Number(some.some(({ state }) => state === 'older' || state === 'missing'));
    texts.sort((a, b) => loud(b) - loud(a) || b.postId - a.postId || b.updateId - a.updateId);
    return { locales, texts: texts.map(({ updateId: _id, ...text }) => text) };
  },
});

function toCell(cell: (Place & Cell) | undefined): Cell | null {
  if (!cell) return null;
  const { postId: _post, updateId: _update, ...rest } = cell;
  return rest;
}
