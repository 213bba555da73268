import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import arAccount from '#locales/ar/messages/account.json' with { type: 'json' };
import arSite from '#locales/ar/messages/site.json' with { type: 'json' };
import deAccount from '#locales/de/messages/account.json' with { type: 'json' };
import deSite from '#locales/de/messages/site.json' with { type: 'json' };
import enAccount from '#locales/en/messages/account.json' with { type: 'json' };
import enSite from '#locales/en/messages/site.json' with { type: 'json' };
import type { Locale } from '#paths';
import { FORMAT_TAGS } from './moment.ts';
import type { Translate, Values } from './translate.ts';

interface Tree {
  [key: string]: string | Tree;
}

/** Every sentence of a locale under its dotted key. */
export const MESSAGES: Record<Locale, ReadonlyMap<string, string>> = {
  en: flatten([enSite, enAccount]),
  de: flatten([deSite, deAccount]),
  ar: flatten([arSite, arAccount]),
};

const translators = new Map<Locale, Translate>();

/** The sentences of one locale, as `t(key, values)`. A key that is in no file throws: a page with a hole in it must not go out. */
export function translator(locale: Locale): Translate {
  let translate = translators.get(locale);
  if (!translate) {
    translate = makeTranslate(locale);
    translators.set(locale, translate);
  }
  return translate;
}

function makeTranslate(locale: Locale): Translate {
  const parsed = new Map<string, IntlMessageFormat>();
  function formatOf(key: string): IntlMessageFormat {
    let format = parsed.get(key);
    if (!format) {
      const text = MESSAGES[locale].get(key);
      if (text === undefined) throw new Error(`No message "${key}" in src/locales/${locale}/messages/`);
      format = new IntlMessageFormat(text, FORMAT_TAGS[locale]);
      parsed.set(key, format);
    }
    return format;
  }
  const plain = (key: string, values?: Values): string => String(formatOf(key).format(values));
  const rich: Translate['rich'] = (key, values) => {
    const parts = formatOf(key).format<ReactNode>(values as Record<string, ReactNode>);
    return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts as ReactNode]));
  };
  return Object.assign(plain, { rich });
}

function flatten(trees: Tree[]): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  const walk = (tree: Tree, prefix: string) => {
    for (const [name, value] of Object.entries(tree)) {
      const key = prefix + name;
      if (typeof value !== 'string') walk(value, `${key}.`);
      else if (messages.has(key)) throw new Error(`The message "${key}" is in two files.`);
      else messages.set(key, value);
    }
  };
  for (const tree of trees) walk(tree, '');
  return messages;
}
