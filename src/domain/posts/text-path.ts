import type { ContentFile } from '#compiler/folder/content.ts';

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
