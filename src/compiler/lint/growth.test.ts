import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { factsSchema } from '#model/facts.ts';
import { LOCALES } from '#paths';
import { sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { growth } from '#tests/support/wire/growth.ts';
import { lintPost } from './lint-post.ts';

/** Units. Four times as long for twice as much is what tries again from each place. */
const LENGTH = 24 * 1024;
const MOST = 2.8;

/** With all that makes a rule look. */
const facts = { ...factsSchema.parse(sampleFacts), materiality: { decidedAt: sampleFacts.asOf }, allowedNames: ['Nobody Ltd'] };
const published = factsSchema.parse({ ...sampleFacts, peopleAffected: { ...sampleFacts.peopleAffected, n: 0 } });

/** One paragraph: a text over and over, or once another one before it. */
const HOSTILE: Record<string, string | [first: string, again: string]> = {
  letters: 'a',
  'letters and blanks': 'a ',
  marks: '\u0301\u0316',
  'Arabic letters': 'و',
  digits: '1',
  'digits and full stops': '1.',
  'digits and colons': 'a1:',
  'addresses that end nowhere': 'a@',
  hosts: 'a.',
  hyphens: 'a-',
  brackets: '[',
  'underscores and braces': '_{',
  'exclamation marks': '!',
  capitals: 'ABC ',
  'no evidence in one sentence': 'no evidence of it and we read the logs, ',
  'no evidence in many': ['We read the logs from 1 May 2014 to 2 May 2014. ', 'No evidence. '],
  'relative days': 'today, ',
  'vague amounts': 'some of ',
  'vague amounts of people, not known': 'Some users. We do not know how many. ',
  'involved data': 'no email address and ',
  'confirmed data': 'email addresses may be seen, ',
  'numbers of people': '7 users and ',
  'blame that does not come': 'die Nutzer, die ',
  'promises that do not come': 'are is … not ',
  'hackers and countries': 'hackers from ',
  'installed places': 'install a.b ',
  'names that end nowhere': 'Aa ',
  companies: 'Aa Ltd, ',
  'amounts of money': '€1,',
  rollouts: ['From 1 May to 2 May. ', 'It is rolled out. '],
};

test.each(Object.entries(HOSTILE))(
  '%s: twice as much takes about twice as long',
  (_, words) => {
    for (const locale of LOCALES) {
      const run = (length: number) => {
        const [first, again] = typeof words === 'string' ? ['', words] : words;
        const value = first + again.repeat(length / again.length);
        const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: value.length, offset: value.length } };
        const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value, position }] }] };
        const head = { title: 'Title', summary: 'Summary', status: 'monitoring' as const, date: '2014-05-27', past: false };
        return lintPost({ tree, source: value, kind: 'advisory', locale, facts, published, site: sampleSite, head });
      };
      expect(growth(run, LENGTH, MOST), locale).toBeLessThan(MOST);
    }
  },
  60_000,
);
