import { LANGUAGES } from '#locales/registry.ts';
import type { Category } from '#model/facts.ts';
import type { I18n } from '#ui/i18n.ts';

/** A category of data as it stands in the middle of a sentence. */
export function categoryName({ locale, t }: I18n, category: Category): string {
  return LANGUAGES[locale].midSentence(t(`word.category.${category}`));
}
