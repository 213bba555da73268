import type { MessageKey } from '#locales/message-key.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';

/** Every sentence of a locale under its dotted key. */
export function messagesOf(locale: Locale): ReadonlyMap<MessageKey, string> {
  return new Map(leavesOf(LANGUAGES[locale].messages) as [MessageKey, string][]);
}

/** The strings of a tree of messages, each under its dotted key. */
export function leavesOf(tree: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [[prefix + name, value]] : leavesOf(value, `${prefix}${name}.`)));
}

/** The names of a message's slots and tags, however its plural forms are cut. */
export function slotsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, slot, tag]) => slot ?? `<${tag}>`))].sort();
}
