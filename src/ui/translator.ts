import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';
import type { Translate } from './translate.ts';

const translators = new Map<Locale, Translate>();

/** The sentences of one locale, as `t(key, values)`. A slot without a value throws, and so does a key that is none: a page with a hole in it must not go out. */
export function translator(locale: Locale): Translate {
  let translate = translators.get(locale);
  if (!translate) {
    translate = makeTranslate(locale);
    translators.set(locale, translate);
  }
  return translate;
}

function makeTranslate(locale: Locale): Translate {
  const { messages, formatTag } = LANGUAGES[locale];
  const parsed = new Map<string, IntlMessageFormat>();
  function formatOf(key: string): IntlMessageFormat {
    let format = parsed.get(key);
    if (!format) {
      format = new IntlMessageFormat(textAt(messages, key), formatTag);
      parsed.set(key, format);
    }
    return format;
  }
  const plain: (...args: Parameters<Translate>) => string = (key, values) => String(formatOf(key).format(values));
  const rich: Translate['rich'] = (key, values) => {
    const parts = formatOf(key).format<ReactNode>(values as Record<string, ReactNode>);
    return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts as ReactNode]));
  };
  return Object.assign(plain, { rich });
}

/** The sentence under a dotted key. The types let no other key through, but for one that was cast. */
function textAt(messages: object, key: string): string {
  const found = key.split('.').reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], messages);
  if (typeof found !== 'string') throw new Error(`There is no message "${key}".`);
  return found;
}
