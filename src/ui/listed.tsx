import { Fragment, type ReactNode } from 'react';
import type { Locale } from '#paths';
import { LANGUAGES } from '#locales/registry.ts';

interface ListedProps {
  items: ReactNode[];
  locale: Locale;
  /** `conjunction`: all of them; `disjunction`: any of them. */
  type?: 'conjunction' | 'disjunction';
}

/** Several things in a sentence, with the commas and the last word of the language. */
export function Listed({ items, locale, type = 'conjunction' }: ListedProps) {
  const parts = new Intl.ListFormat(LANGUAGES[locale].formatTag, { type }).formatToParts(items.map((_, index) => String(index)));
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
    <Fragment key={index}>{part.type === 'element' ? <bdi>{items[Number(part.value)]}</bdi> : part.value}</Fragment>
  ));
}
