import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph, Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { PHRASE_LISTS } from '#locales/lint-words.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { factsSchema } from '#model/facts.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '#paths';
import { sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import type { Rule, Subject } from './rule.ts';
import { RULES } from './rules.ts';
import { phrasebook } from './text/language.ts';
import { postText } from './text/post-text.ts';

/** Units of prose: so few that one run is done before another process has its turn. */
const LENGTH = 6 * 1024;
const FACTOR = 4;
/** Sixteen times as long for four times as much is what tries again from each place. */
const MOST = 6;
/** Milliseconds: what is done so soon is done soon at the greatest length as well, however it grows. */
const SOON = 0.5;
const TRIES = 20;

/** With all that makes a rule look, and an action that nobody gave a last day. */
const { actions, ...sample } = factsSchema.parse(sampleFacts);
const facts = {
  ...sample,
  markets: ['SE', 'US-CA', 'AU'],
  materiality: { decidedAt: sampleFacts.asOf },
  allowedNames: ['Nobody Ltd'],
  complainTo: { en: 'Somewhere.' },
  supportOffered: { what: { en: 'It' }, months: 24 },
  creditAgencies: [{ name: 'Agency', phone: '555', post: 'A street' }],
  dataInvolved: (['email', 'password', 'government_id'] as const).map((category) => ({ category, effect: 'seen' as const, evidence: 'confirmed' as const })),
  actions: actions.map(({ rollout: _rollout, ifNot: _ifNot, sideEffect: _sideEffect, ...action }) => action),
};
const published = factsSchema.parse({ ...sampleFacts, peopleAffected: { ...sampleFacts.peopleAffected, n: 0 } });

/** What comes near to the patterns that a rule has beside its lists, by the name of the rule. */
const NEAR: Record<string, string[]> = {
  'structure/heading-text': ['What happened '],
  'structure/notice-title': ['Notice of Data '],
  'structure/placeholder': ['[', '[number ', '[a TBD', '{{a ', 'XX', '<A_', '__ ??', 'TT.MM.'],
  'action/missing': ['a '],
  'action/no-if-not': ['a '],
  'action/side-effect': ['a '],
  'action/too-many': ['1. a '],
  'action/untrusted-store': ['install a.', 'install a-a.b', 'install a@a.b '],
  'legal/credit-agencies': ['Agency 55'],
  'legal/delay-reason': ['a '],
  'legal/law-enforcement': ['a '],
  'legal/leak': [
    'a@',
    'a.b@c.',
    'a (at) ',
    'a.',
    'a.b.',
    '1.',
    '1[.]',
    ':1',
    'ab:',
    'ab-',
    'aB1+',
    'eyJ',
    '-----BEGIN A ',
    'sk-',
    '12345678-',
    '00:1a:2b:3c:4d:',
    'x.y.local.z ',
  ],
  'legal/material-before-filing': ['€ ', '1,', '$1.', '1 2 '],
  'legal/support-offered': ['1 '],
  'legal/tlp': ['tlp ', 'traffic light protocol 2.0 ', 'tlp:ambe'],
  'claim/attribution': ['hackers from ', 'hackers of the '],
  'claim/third-party-named': ['Aa ', 'Aa-&', 'Aa Bb Cc Dd ', 'Aa, '],
  'correction/scope-grew': ['1 ', '1, '],
  'correction/silent-edit': ['a '],
  'facts/number-mismatch': ['1', '1.', '1,000', '1 user '],
  'facts/version-mismatch': ['version 1.', 'version 1.2.3.4.', 'version 1.2 '],
  'scope/percent-without-base': ['1', '1.', '1,000,', '1 % of users '],
  'scope/platform-silent': ['Windows Phon '],
  'time/ambiguous-format': ['1/', '1/2/', '1.2.', '1-2-3'],
  'time/no-zone': ['1:', '12:3', '12:30:', '12:30 '],
  'time/order': ['a '],
  'tone/minimising': ['only 1, '],
  'tone/no-apology': ['a '],
  'tone/phish-like': ['!', 'ABC ', 'ABC-', '!?'],
  'a11y/table-header': ['a '],
  'i18n/address-mix': ['Sie ', 'Ihr du '],
  'readability/jargon': ['ABC ', 'ABC (', 'A1B2-'],
  'readability/reading-age': ['aeiouy', 'abled ', 'e', 'a e '],
  'readability/sentence-length': ['a ', 'a. ', 'z. B. ', '1. '],
};

/** A phrase as somebody would write it, and all but its end. */
function nearTo(phrase: string): string[] {
  let words = phrase;
  while (/[()]/.test(words)) {
    const inner = words.replace(/\(([^()|]*)(?:\|[^()]*)?\)/g, '$1');
    if (inner === words) break;
    words = inner;
  }
  const plain = words.replaceAll('?', '').replaceAll('*', 'qq').replaceAll('#', '1').replaceAll('…', 'w w w w w w');
  const cut = plain.includes(' ') ? plain.slice(0, plain.lastIndexOf(' ')) : plain.slice(0, -1);
  // Where words may stand between, one beginning after another.
  return [plain, cut, ...(phrase.includes('…') ? [`${plain.split(' ')[0]} `.repeat(8)] : [])];
}

/** What its lists nearly find in a language, in one sentence and in many. */
function hostileTo({ id }: Rule, locale: Locale): string[] {
  const [family = '', name = ''] = id.split('/');
  const file = id === 'time/order' ? 'published-before-found' : name;
  const source = readFileSync(join('src/compiler/lint/rules', family, `${file}.ts`), 'utf8');
  const { lint } = LANGUAGES[locale];
  const lists = PHRASE_LISTS.filter((list) => new RegExp(`'${list}'`).test(source)).flatMap((list) => lint.phrases[list]);
  const named = /categories\(|deniedData|isData/.test(source) ? Object.values(lint.categories).flat() : [];
  const numbers = /numbers\(|peopleAmounts/.test(source) ? [...Object.keys(lint.numbers), ...lint.phrases.people] : [];
  const phrases = [...lists, ...named, ...numbers].flatMap(nearTo);
  return phrases.length > 0 ? [`${phrases.join(' ')} `, `${phrases.join('. ')}. `] : [];
}

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** All in one paragraph; or a block for each few words of it, of every kind that a rule asks for. */
function blocksOf(value: string, isOne: boolean): RootContent[] {
  if (isOne) return [paragraph(value)];
  return (value.match(/.{1,160}/gsu) ?? []).flatMap((piece): RootContent[] => [
    { type: 'heading', depth: 3, children: [{ type: 'text', value: piece.slice(0, 20) }] },
    paragraph(piece),
    { type: 'mdxJsxFlowElement', name: 'Action', attributes: [{ type: 'mdxJsxAttribute', name: 'cohort', value: 'android' }], children: [paragraph('w')] },
    {
      type: 'list',
      ordered: true,
      children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'link', url: 'https://a.b/c', children: [] }] }] }],
    },
    {
      type: 'table',
      children: [
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [] },
            { type: 'tableCell', children: [] },
          ],
        },
      ],
    },
  ]);
}

function subjectOf(words: string, length: number, locale: Locale, isOne: boolean): Subject {
  const value = words.repeat(Math.ceil(length / words.length)).slice(0, length);
  const tree: Root = { type: 'root', children: blocksOf(value, isOne) };
  const text = postText(tree, '', { title: 'Title', summary: 'Summary' }, locale);
  return { kind: 'advisory', locale, text, book: phrasebook(locale), facts, site: sampleSite, published, status: 'monitoring', date: '2014-05-27' };
}

function took(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** How many times as long a longer run takes: of several ratios the least, each of two that follow each other, since a busy machine makes work longer and never shorter. */
function growth(short: () => unknown, long: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TRIES && least > MOST; time += 1) {
    const [once, more] = [short, long].map((run) => Math.min(took(run), took(run), took(run))) as [number, number];
    if (more <= SOON) return 1;
    least = Math.min(least, more / once);
  }
  return least;
}

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  '%s: four times as much of what it nearly finds takes about four times as long',
  (_id, rule) => {
    const grows = (words: string, locale: Locale, isOne: boolean) => {
      const [short, long] = [LENGTH, FACTOR * LENGTH].map((length) => subjectOf(words, length, locale, isOne));
      const grown = growth(
        () => [...rule.check(short as Subject)],
        () => [...rule.check(long as Subject)],
      );
      expect(grown, `${locale}, ${isOne ? 'one paragraph' : 'many blocks'}: ${words.slice(0, 60)}`).toBeLessThan(MOST);
    };
    const near = NEAR[rule.id] ?? [];
    for (const locale of LOCALES) for (const words of hostileTo(rule, locale)) grows(words, locale, true);
    for (const words of near) grows(words, DEFAULT_LOCALE, true);
    const all = [...hostileTo(rule, DEFAULT_LOCALE), ...near];
    expect(all).not.toEqual([]);
    grows(`${all.join(' ')} `, DEFAULT_LOCALE, false);
  },
  120_000,
);
