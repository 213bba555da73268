import type { ContentFile } from '#compiler/folder/content.ts';
import type { Locale } from '#paths';

/** Where a text stands in a content folder. */
export function textPath({ kind, incidentSlug, slug, locale }: Pick<ContentFile, 'kind' | 'incidentSlug' | 'slug'> & { locale: string }): string {
  if (kind === 'note') return `notes/${slug}.${locale}.mdx`;
  return kind === 'advisory' ? `incidents/${slug}/advisory.${locale}.mdx` : `incidents/${incidentSlug}/updates/${slug}.${locale}.mdx`;
}

interface StoredText {
  /** Of the post. */
  kind: 'advisory' | 'note';
  slug: string;
  updateSlug: string | null;
  locale: string;
}

/** Where a stored text stands, or would. */
export function storedTextPath({ kind, slug, updateSlug, locale }: StoredText): string {
  return textPath(updateSlug === null ? { kind, slug, locale } : { kind: 'update', slug: updateSlug, incidentSlug: slug, locale });
}

const PLACE = /^(?:notes\/(?<note>[^/]+)|incidents\/(?<incident>[^/]+)\/(?:advisory|updates\/(?<update>[^/]+)))\.(?<locale>[a-z]+)\.mdx$/;

/** What stands at a text's path. Throws for a path of something else. */
export function textAtPath(path: string): Pick<ContentFile, 'kind' | 'incidentSlug' | 'slug'> & { locale: Locale } {
  const { note, incident, update, locale } = PLACE.exec(path)?.groups ?? {};
  if (note) return { kind: 'note', slug: note, locale: locale as Locale };
  if (!incident) throw new Error(`No text stands at ${path}.`);
  return update
    ? { kind: 'update', slug: update, incidentSlug: incident, locale: locale as Locale }
    : { kind: 'advisory', slug: incident, locale: locale as Locale };
}
