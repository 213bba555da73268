import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { newestSource } from '#domain/posts/newest-source.ts';
import { type DiffLine, textDiff } from '#domain/review/diff/text-diff.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import { LOCALES, type Locale } from '#paths';
import { type Cell, cellsOf } from './cells.ts';

/** A revision, and its number among those of its text in its language, counted from 1. */
interface Numbered {
  id: number;
  number: number;
}

export interface SourceBeside {
  locale: Locale;
  newest: Numbered;
  /** What the draft says that it follows; null where it says nothing yet. */
  named: Numbered | null;
  /** What the newest says is not what the named one said. */
  isOlder: boolean;
  /** The newest line by line, with what changed since the named one. */
  lines: DiffLine[];
}

export interface DraftLanguages {
  /** Where the form finds the text that opens another language. */
  kind: 'advisory' | 'note';
  slug: string;
  update: string;
  /** Of the site, in its order. */
  languages: Cell[];
  /** Null for the source itself, and while there is none. */
  source: SourceBeside | null;
}

/** The other languages of a draft's text, and the source that it translates with what changed there. Throws NotFound when there is no such draft. */
export const readSource = query({
  name: 'translations/read-source',
  input: z.strictObject({ draft: z.int().positive() }),
  async run({ db }, { draft: id }): Promise<DraftLanguages> {
    const draft = await db.draft.findUnique({ where: { id }, include: { post: true, update: true, translationOf: true } });
    if (!draft) throw new NotFound();
    const { postId, updateId, post, update, translationOf: named } = draft;
    const [site, cells, newest] = await Promise.all([publishedSite(db), cellsOf(db, { postId, updateId }), newestSource(db, draft)]);
    const offered = LOCALES.filter((locale) => (site?.locales ?? LOCALES).includes(locale) || locale === draft.locale);
    const languages = offered.map((locale): Cell => {
      const {
        postId: _post,
        updateId: _update,
        ...cell
      } = cells.find((one) => one.locale === locale) ?? {
        ...{ postId, updateId, locale, state: 'missing', since: null },
        ...{ revisions: 0, draft: null, submission: null },
      };
      return cell;
    });
    const numbered = async (revision: number, locale: string) => ({ id: revision, number: await numberOf(db, { postId, updateId, locale, id: revision }) });
    return {
      kind: post.kind,
      slug: post.slug,
      update: update?.slug ?? '',
      languages,
      source: newest && {
        locale: newest.locale as Locale,
        newest: await numbered(newest.id, newest.locale),
        named: named && (await numbered(named.id, named.locale)),
        isOlder: named !== null && named.proseHash !== newest.proseHash,
        lines: textDiff(named?.source ?? newest.source, newest.source, newest.locale as Locale),
      },
    };
  },
});

function numberOf(db: Prisma.TransactionClient, { id, ...place }: { id: number; postId: number; updateId: number | null; locale: string }): Promise<number> {
  return db.revision.count({ where: { ...place, id: { lte: id } } });
}
