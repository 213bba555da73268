import type { I18n } from '#ui/i18n.ts';
import type { Category } from '#model/facts.ts';
import { FORMAT_TAGS } from '#ui/moment.ts';

/** "name, email address and password". */
export function categoryList({ locale, t }: I18n, categories: readonly Category[]): string {
  return new Intl.ListFormat(FORMAT_TAGS[locale], { type: 'conjunction' }).format(categories.map((category) => t(`account.category.${category}`)));
}
