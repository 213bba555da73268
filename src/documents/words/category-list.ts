import { LANGUAGES } from '#locales/registry.ts';
import type { Category } from '#model/facts.ts';
import type { I18n } from '#ui/i18n.ts';
import { categoryName } from './category-name.ts';

/** "name, email address and password". */
export function categoryList(i18n: I18n, categories: readonly Category[]): string {
  const names = categories.map((category) => categoryName(i18n, category));
  return new Intl.ListFormat(LANGUAGES[i18n.locale].formatTag, { type: 'conjunction' }).format(names);
}
