import { inAscii } from '#compiler/grammar/links/hosts.ts';
import { DEFAULT_LOCALE, inLocale } from '#paths';
import { numbersIn } from './text/amounts.ts';
import type { PostText } from './text/post-text.ts';

/** What is the same in every language: numbers in digits, moments, where links lead, and components. */
export interface Figures {
  /** With how often each is written left out. */
  numbers: string[];
  moments: string[];
  links: string[];
  /** As they are written, with how often; a moment is not among them. */
  components: string[];
}

/** The figures of a text. A number that its language writes as a word is not among them. */
export function figuresOf({ passages, components, links }: PostText, host: string | null): Figures {
  const numbers = passages.flatMap((passage) => (passage.kind === 'code' ? [] : numbersIn(passage.text).map(({ value }) => String(value))));
  const moments = components.flatMap(({ node }) => {
    const { at, date } = attributesOf(node);
    return node.name === 'Time' && typeof at === 'string' && !Number.isNaN(Date.parse(at))
      ? [`${new Date(at).toISOString()}${date === undefined ? '' : ' as a day'}`]
      : [];
  });
  const written = Map.groupBy(
    components.filter(({ node }) => node.name !== 'Time'),
    ({ node }) => tagOf(node),
  );
  const tags = [...written].map(([tag, { length }]) => (length === 1 ? tag : `${tag} ${length} times`));
  return { numbers: sorted(numbers), moments: sorted(moments), links: sorted(links.flatMap(({ url }) => withoutLocale(url, host))), components: sorted(tags) };
}

type Component = PostText['components'][number]['node'];

/** No attribute of a component holds prose. */
function attributesOf({ attributes }: Component): Record<string, string | null> {
  return Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && (attribute.value === null || attribute.value === undefined || typeof attribute.value === 'string')
        ? [[attribute.name, attribute.value ?? null]]
        : [],
    ),
  );
}

function tagOf(node: Component): string {
  const attributes = Object.entries(attributesOf(node))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === null ? ` ${name}` : ` ${name}="${value}"`));
  return `<${node.name ?? ''}${attributes.join('')}>`;
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
