import type { Root } from 'mdast';
import { bundleMDX } from 'mdx-bundler';
import { tables } from '#compiler/grammar/tables.ts';
import { type LintHead, type LintResult, lintPost } from '#compiler/lint/lint-post.ts';
import type { Rule } from '#compiler/lint/rule.ts';
import type { TextKind } from '#compiler/text/front-matter.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { sampleFacts, sampleSite } from '../sample-content.ts';

export interface LintedText {
  text: string;
  kind?: TextKind;
  title?: string;
  summary?: string;
  status?: LintHead['status'];
  date?: string;
  past?: boolean;
  /** What differs from the sample's facts; null for none. */
  facts?: Partial<Facts> | null;
  site?: Site | null;
  /** As they are live. */
  published?: Facts;
}

/** What rules say of a text, with the sample's facts and site around it. */
export async function lintText(given: LintedText, locale: Locale, rules: readonly Rule[]): Promise<LintResult> {
  const { text, kind = 'advisory', title = 'Title', summary = 'Summary', status = 'monitoring', date = '2014-05-27T14:00:00Z', past = false } = given;
  const facts = given.facts === null ? null : { ...factsSchema.parse(sampleFacts), ...given.facts };
  const site = given.site === undefined ? sampleSite : given.site;
  return lintPost(
    { tree: await treeOf(text), source: text, kind, locale, facts, site, published: given.published ?? null, head: { title, summary, status, date, past } },
    rules,
  );
}

/** The tree of a post, as the chain that renders it parses it. */
export async function treeOf(source: string): Promise<Root> {
  let tree: Root | undefined;
  const stop = new Error('Only the tree is wanted.');
  const capture = () => (parsed: Root) => {
    tree = parsed;
    throw stop;
  };
  const noFrontMatter = { delimiters: ['\0\0\0', '\0\0\0'] as [string, string], engines: {} };
  await bundleMDX({
    source,
    grayMatterOptions: (options) => ({ ...options, ...noFrontMatter }),
    mdxOptions: (options) => ({ ...options, remarkPlugins: [capture, tables] }),
    esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
  }).catch(() => undefined);
  if (!tree) throw new Error(`This can't be parsed: ${source}`);
  return tree;
}
