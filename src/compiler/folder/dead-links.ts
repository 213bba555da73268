import { publicPaths } from '#model/public-paths.ts';
import { isImmutable, isPrivatePath, LOCALES, type Locale, paths } from '#paths';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';
import type { OwnLink } from '#compiler/grammar/links/own-links.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { CheckResult } from './check-result.ts';
import type { Content, ContentFile } from './content.ts';

/** What there will be at our own paths. */
export interface Places {
  paths: ReadonlySet<string>;
  /** By path: the ids of the headings on a post's page, as far as they are known. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of one text: nobody reads more. */
const MAX_FINDINGS = 200;

const FRAME: ReadonlySet<string> = new Set(Object.values(FRAME_IDS));

/**
 * The paths of the edition that a folder makes, and those that are `live` already; null while a file that can't be read, or the
 * languages of a site that can't, may hide some.
 */
export function placesOf({ site, files, strays }: Content, posts: readonly CheckResult[], live: ReadonlySet<string>): Places | null {
  if (!site || strays.some(({ findings }) => findings.some(({ rule }) => rule === 'text/unreadable'))) return null;
  const named = (kind: ContentFile['kind']) =>
    [
      ...Map.groupBy(
        files.filter((file) => file.kind === kind),
        nameOf,
      ).values(),
    ].flatMap(([file]) => file ?? []);
  const updates = Map.groupBy(named('update'), ({ incidentSlug }) => incidentSlug);
  const advisories = named('advisory').map(({ slug }) => ({ kind: 'advisory' as const, slug, updates: updates.get(slug) ?? [] }));
  const notes = named('note').map(({ slug }) => ({ kind: 'note' as const, slug, updates: [] }));
  const results = new Map(posts.map(({ source, result }) => [source, result]));
  const ids = new Map<string, ReadonlySet<string>>();
  for (const group of Map.groupBy(files, nameOf).values()) {
    for (const locale of site.locales) {
      // A page without a text of its own language shows another's.
      const file = [locale, ...LOCALES].flatMap((language) => group.find((candidate) => candidate.locale === language) ?? [])[0];
      const result = file && results.get(file);
      if (file && result) ids.set(pathOf(file, locale), new Set(result.ids));
    }
  }
  return { paths: new Set([...publicPaths(site.locales, [...advisories, ...notes]), ...live]), ids };
}

/** Links of a text to our own pages, and to places on them, that lead nowhere. `ids` are those of the headings on the text's own page. */
export function deadLinks(links: readonly OwnLink[], ids: ReadonlySet<string>, places: Places | null): Finding[] {
  const found = links.flatMap(({ path, anchor, line, column }): Finding[] => {
    const dead = (rule: string, message: string): Finding[] => [{ rule, severity: 'error', line, column, message }];
    // Pictures and private pages are no part of what a folder makes.
    if (path !== '' && (isImmutable(path) || isPrivatePath(path))) return [];
    if (path !== '' && places && !places.paths.has(path))
      return dead('link/no-such-page', `We have no page ${path}, and this folder makes none. Check its spelling, or name another page.`);
    const there = path === '' ? ids : places?.ids.get(path);
    if (!there || anchor === '' || anchor.toLowerCase() === 'top' || there.has(anchor) || FRAME.has(anchor)) return [];
    const known = [...there].slice(0, 10).map((id) => `#${id}`);
    const where = path === '' ? 'on this page' : `on ${path}`;
    return dead(
      'link/no-such-anchor',
      `There is no place "#${anchor}" ${where}. ${known.length > 0 ? `Its headings are ${known.join(', ')}.` : 'It has no heading to lead to.'}`,
    );
  });
  return found.slice(0, MAX_FINDINGS);
}

const nameOf = ({ kind, incidentSlug = '', slug }: ContentFile) => `${kind} ${incidentSlug} ${slug}`;

function pathOf({ kind, incidentSlug = '', slug }: ContentFile, locale: Locale): string {
  if (kind === 'note') return paths.note(locale, slug);
  return kind === 'advisory' ? paths.advisory(locale, slug) : paths.update(locale, incidentSlug, slug);
}
