import { readFile } from 'node:fs/promises';
import { lintPost } from '#compiler/lint/lint-post.ts';
import { splitFrontMatter } from '#compiler/text/front-matter.ts';
import { readFacts } from '#compiler/folder/read-facts.ts';
import { readSite } from '#compiler/folder/read-site.ts';
import { LOCALES } from '#paths';
import { treeOf } from '#tests/support/lint/lint-text.ts';
import { atMost, type Line, quantile } from './line.ts';

const INCIDENT = 'content/incidents/internal-systems-access';
const WORDS = 2_000;
const RUNS = 50;

/** What the lint of an advisory of 2,000 words takes in each language, once its lists are made; the first one makes them. */
export async function measure(): Promise<Line[]> {
  const { data: site } = readSite(await readFile('content/site.yaml', 'utf8'));
  const { facts } = readFacts(await readFile(`${INCIDENT}/incident.yaml`, 'utf8'), new Date(), site);
  const lines: Line[] = [];
  for (const locale of LOCALES) {
    const { body } = splitFrontMatter(await readFile(`${INCIDENT}/advisory.${locale}.mdx`, 'utf8'));
    const source = body.repeat(Math.ceil(WORDS / body.split(/\s+/).length));
    const tree = await treeOf(source);
    const head = { title: 'A title', summary: 'A summary.', status: 'monitoring' as const, date: '2026-11-19T06:00:00Z', past: false };
    const took = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      lintPost({ tree, source, kind: 'advisory', locale, facts, site, head });
      return performance.now() - began;
    });
    const [first = Number.NaN, ...others] = took;
    const raw = { words: source.split(/\s+/).length, 'the first, ms': first, 'p99, ms': quantile(others, 0.99) };
    lines.push(atMost(`lint of an advisory of ${WORDS} words in ${locale}, p50`, quantile(others, 0.5), 300, 'ms', raw));
  }
  return lines;
}
