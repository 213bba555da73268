import { textAtPath } from '#domain/posts/text-path.ts';
import type { Translate } from '#ui/translate.ts';

/** What a text is called, and what it is of, by its path; with more languages than its own where they are named. */
export function textName(path: string, t: Translate, languages?: string): { called: string; of: string } {
  const { kind, slug, incidentSlug, locale } = textAtPath(path);
  const called = t('texts.called', { kind: t(`texts.kind.${kind}`), language: languages ?? t(`word.language.${locale}`) });
  return { called, of: incidentSlug === undefined ? slug : `${incidentSlug} · ${slug}` };
}

/** The same in one line, for where one is. */
export function textHere(path: string, t: Translate): string {
  const { called, of } = textName(path, t);
  return `${called} · ${of}`;
}
