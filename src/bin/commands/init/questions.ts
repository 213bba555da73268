import { HOST } from '#compiler/folder/read-site.ts';
import type { SiteAnswers } from '#compiler/templates/new-site.ts';
import { oneLine } from '#compiler/text/one-line.ts';
import { hostName } from '#config/host-name.ts';
import { siteSchema } from '#model/site.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '#paths';

export type Typed = Partial<Record<'brand' | 'legalName' | 'host' | 'locales' | 'security' | 'press' | 'privacy' | 'phone' | 'post', string>>;

export interface Question {
  name: keyof Typed;
  /** As it is asked, and as the option's description. */
  text: string;
  /** What is taken when nothing is typed. */
  usual?: (typed: Typed) => string | undefined;
  /** What is wrong with an answer; null when nothing is. */
  wrong: (typed: string) => string | null;
}

const { brand, contacts } = siteSchema.shape;
const line = (typed: string) => (oneLine.min(1).safeParse(typed).success ? null : 'Write it on one line.');
const email = (typed: string) => (contacts.shape.security.safeParse(typed).success ? null : 'Write an email address, like security@example.org.');
const atHost =
  (name: string) =>
  ({ host }: Typed) =>
    host?.includes('.') ? `${name}@${host.replace(/^(?:security|www)\./, '')}` : undefined;

/** What a site of one's own is made of, in the order in which it is asked. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'brand',
    text: 'the name that people know',
    wrong: (typed) => (oneLine.safeParse(typed).success && brand.safeParse(typed).success ? null : 'Write a name of at most 40 characters, on one line.'),
  },
  { name: 'legalName', text: 'the name by law', usual: (typed) => typed.brand, wrong: line },
  {
    name: 'host',
    text: 'the host that people type, like security.example.org',
    wrong: (typed) =>
      HOST.test(typed) && hostName(typed) !== null ? null : 'Write the host alone, in small letters and without https://, like security.example.org.',
  },
  { name: 'locales', text: `the languages of the site: ${LOCALES.join(', ')}, with commas between`, usual: () => DEFAULT_LOCALE, wrong: wrongLocales },
  { name: 'security', text: 'the address for questions about security', usual: atHost('security'), wrong: email },
  { name: 'press', text: 'the address for journalists', usual: atHost('press'), wrong: email },
  { name: 'privacy', text: 'the address for questions about people’s data', usual: atHost('privacy'), wrong: email },
  { name: 'phone', text: 'the phone number, like +46 8 123 456', wrong: line },
  { name: 'post', text: 'the postal address, on one line', wrong: line },
];

function wrongLocales(typed: string): string | null {
  const named = localesIn(typed);
  const unknown = named.find((locale) => !LOCALES.some((known) => known === locale));
  if (unknown !== undefined) return `Candor does not speak "${unknown}". It speaks ${LOCALES.join(', ')}.`;
  if (new Set(named).size < named.length) return 'Name each language once.';
  return named.includes(DEFAULT_LOCALE) ? null : `Name "${DEFAULT_LOCALE}" too: addresses without a language are in it.`;
}

const localesIn = (typed: string) => typed.split(/[\s,]+/).filter((part) => part !== '');

/** Answers that are all there and none of them wrong, as a site has them. */
export function answersOf(typed: Required<Typed>): SiteAnswers {
  const { locales, security, press, privacy, phone, post, ...names } = typed;
  return { ...names, locales: localesIn(locales) as Locale[], contacts: { security, press, privacy, phone, post } };
}
