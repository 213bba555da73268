import { message } from '#ui/messages.ts';
import type { Category } from '#model/facts.ts';
import type { Locale } from '#paths';
import { FORMAT_TAGS } from '#ui/moment.ts';

/** "name, email address and password". */
export function categoryList(locale: Locale, categories: readonly Category[]): string {
  return new Intl.ListFormat(FORMAT_TAGS[locale], { type: 'conjunction' }).format(
    categories.map((category) => message(locale, `account.category.${category}`)),
  );
}
