import { inAscii } from '#compiler/grammar/links/hosts.ts';
import { DEFAULT_LOCALE, inLocale } from '#paths';
import { numbersIn } from './text/amounts.ts';
import type { PostText } from './text/post-text.ts';

/** What is the same in every language: numbers in digits, moments, and where links lead. */
export interface Figures {
  /** With how often each is written left out. */
  numbers: string[];
  moments: string[];
  links: string[];
}

/** The figures of a text. A number that its language writes as a word is not among them. */
export function figuresOf({ passages, components, links }: PostText, host: string | null): Figures {
  const numbers = passages.flatMap((passage) => (passage.kind === 'code' ? [] : numbersIn(passage.text).map(({ value }) => String(value))));
  const moments = components.flatMap(({ node }) => {
    const at = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'at')?.value;
    return node.name === 'Time' && typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? [new Date(at).toISOString()] : [];
  });
  return { numbers: sorted(numbers), moments: sorted(moments), links: sorted(links.flatMap(({ url }) => withoutLocale(url, host))) };
}

/** An own page is the same one in each language; a place on it has another name there. */
function withoutLocale(url: string, host: string | null): string[] {
  if (url.startsWith('#')) return [];
  const here = `https://${host === null ? 'own.invalid' : inAscii(host)}`;
  if (!URL.canParse(url, here)) return [url];
  const parsed = new URL(url, here);
  return [parsed.origin === new URL(here).origin ? inLocale(parsed.pathname, DEFAULT_LOCALE) + parsed.search : parsed.href];
}

function sorted(list: string[]): string[] {
  return [...new Set(list)].sort();
}
