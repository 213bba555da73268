import { expect, test } from 'vitest';
import type { Facts } from '#model/facts.ts';
import type { Locale } from '#paths';
import { changesActedOn } from './changes-acted-on.ts';
import { wordsActedOn } from './words-acted-on.ts';

const found = (text: string, locale: Locale) => wordsActedOn(text, locale).map(({ kind, meaning }) => `${kind} ${meaning}`);

test.each<[string, Locale, string[]]>([
  ['We ask 38,412 accounts until 28 May 2014.', 'en', ['number 38412', 'date 2014-05-28']],
  ['On May 28, 2014 and <Time at="2014-05-28T10:00:00+02:00" />.', 'en', ['date 2014-05-28', 'date 2014-05-28T08:00:00.000Z']],
  ['Am 3. März 2026 baten wir 38.412 Konten.', 'de', ['date 2026-03-03', 'number 38412']],
  ['في ٢٨ مايو ٢٠١٤ طلبنا من ٣٨٬٤١٢ حسابًا', 'ar', ['date 2014-05-28', 'number 38412']],
  ['See [help](/help?page=2) or https://tempo.example/a1.', 'en', ['link /help?page=2', 'link https://tempo.example/a1.']],
  ['Version 1.0.1, iOS7, TMP-12', 'en', ['number 101']],
])('%s', (text, locale, expected) => {
  expect(found(text, locale)).toEqual(expected);
});

test('what changed is told with what was, and asked of the facts', () => {
  const facts = { nextUpdateBy: '2014-05-29T10:00:00Z', howFound: { en: 'We asked 1,233,617 accounts.' } } as unknown as Facts;
  expect(
    changesActedOn({
      before: 'We ask 38,412 accounts. [Help](/help).',
      after: 'We ask 1,233,617 accounts by 30 May 2014.\n[Help](https://elsewhere.example).',
      locale: 'en',
      facts,
      factsChanges: [
        { path: ['platforms', 'web', 'action'], was: 'none', is: 'upgrade' },
        { path: ['nextUpdateBy'], was: null, is: '2014-05-29T10:00:00Z' },
      ],
      site: { host: 'tempo.example', trustedDomains: [] },
      now: new Date('2014-05-28T10:00:00Z'),
    }),
  ).toEqual([
    { kind: 'number', was: '38,412', is: '1,233,617', line: 1, checked: 'agrees' },
    { kind: 'date', was: null, is: '30 May 2014', line: 1, checked: 'not_in_facts' },
    { kind: 'link', was: '/help', is: 'https://elsewhere.example', line: 2, checked: 'elsewhere' },
    { kind: 'platform', was: 'web › action: none', is: 'web › action: upgrade', line: null, checked: 'agrees' },
    { kind: 'promise', was: null, is: '2014-05-29T10:00:00Z', line: null, checked: 'agrees' },
  ]);
});
