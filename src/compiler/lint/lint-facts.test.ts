import { expect, test } from 'vitest';
import { type Facts, factsSchema } from '#model/facts.ts';
import { sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { lintFacts } from './lint-facts.ts';
import { RULES } from './rules.ts';

const facts = factsSchema.parse(sampleFacts);

/** What is said of facts that differ from the sample's: `path rule severity`. */
function said(changed: Partial<Facts>): string[] {
  return lintFacts({ ...facts, ...changed }, sampleSite).map(({ path, rule, severity }) => `${path.join('.')} ${rule} ${severity}`);
}

/** A sentence that breaks each rule which judges sentences of the facts. */
const BROKEN: Record<string, string> = {
  'structure/mixed-message': 'Take our survey.',
  'structure/placeholder': 'It is about TBD servers.',
  'action/untrusted-store': 'Install it from apps.free-store.com.',
  'legal/leak': 'We closed db1.prod.internal.',
  'legal/material-before-filing': 'It costs us €5 million.',
  'legal/tlp': 'TLP:AMBER We changed the keys.',
  'legal/waiver': 'You accept our terms of use.',
  'claim/absolute': 'Your account is safe.',
  'claim/attribution': 'It was a state-sponsored group.',
  'claim/hypothetical-known': 'Your email address may have been seen.',
  'claim/no-evidence-unqualified': 'We have no evidence of misuse.',
  'claim/third-party-named': 'We told Northwind Ltd.',
  'facts/contradiction': 'No email address was seen.',
  'facts/undeclared-data-category': 'Phone numbers were seen.',
  'scope/percent-without-base': 'About 1 % of accounts are concerned.',
  'scope/vague-quantity': 'Certain users are concerned.',
  'time/ambiguous-format': 'We closed it on 03/04/2014.',
  'time/no-zone': 'We closed it at 14:00.',
  'time/relative-date': 'We closed it yesterday.',
  'tone/attacker-praise': 'It was a sophisticated plan.',
  'tone/blame': 'Users who reused their password are concerned.',
  'tone/boilerplate': 'We take this very seriously.',
  'tone/minimising': 'It was a minor incident.',
  'tone/phish-like': 'We closed it!',
  'a11y/by-colour': 'The servers in red are closed.',
  'i18n/address-mix': 'Öffnen Sie Ihr Konto. Dein Konto wartet.',
  'i18n/untranslated': 'Wir haben die Schlüssel ersetzt und bitte nicht mit der Post.',
  'readability/jargon': 'A threat actor came.',
  'readability/sentence-length': `We ${'then and there '.repeat(9)}closed it.`,
};

test('each rule that one sentence can break finds it in incident.yaml, and its sample breaks none', () => {
  expect(Object.keys(BROKEN).sort()).toEqual(
    RULES.filter(({ inFacts }) => inFacts)
      .map(({ id }) => id)
      .sort(),
  );
  expect(said({})).toEqual([]);
  const unfiled = { materiality: { decidedAt: facts.asOf } };
  for (const [rule, words] of Object.entries(BROKEN)) {
    const howFound = rule === 'i18n/address-mix' ? { ...facts.howFound, de: words } : { ...facts.howFound, en: words };
    expect.soft(said({ ...unfiled, howFound }).map((line) => line.split(' ')[1])).toContain(rule);
  }
});

test('what nobody may let stand in a post may not in a sentence of the facts either', () => {
  const judged = (words: string) => lintFacts({ ...facts, howFound: { en: words } }, sampleSite).map(({ waivable }) => waivable);
  for (const { id } of RULES.filter(({ inFacts, waivable }) => inFacts && waivable === 'never'))
    expect.soft(judged(BROKEN[id] as string), id).toContain('never');
});

test('every sentence is read, in every language, wherever it stands', () => {
  const safe = { en: 'Your data is safe.', de: 'Ihre Daten sind sicher.', ar: 'بياناتك آمنة.' };
  const everywhere: Partial<Facts> = {
    title: safe,
    cause: { known: true, text: safe },
    dataNotInvolved: [{ category: 'password', basis: safe }],
    measures: [{ text: safe, state: 'done', at: facts.asOf }],
    cohorts: [{ name: 'android', label: safe, basis: safe, dataInvolved: [] }],
    actions: facts.actions.map((action) => ({ ...action, reason: safe, ifNot: safe })),
    statement: safe,
    signedBy: { role: safe },
    delayReason: safe,
  };
  const paths = ['title', 'cause.text', 'dataNotInvolved.0.basis', 'measures.0.text', 'cohorts.0.label', 'cohorts.0.basis'];
  const more = ['actions.0.reason', 'actions.0.ifNot', 'statement', 'signedBy.role', 'delayReason'];
  const expected = [...paths, ...more].flatMap((path) => ['en', 'de', 'ar'].map((locale) => `${path}.${locale} claim/absolute error`));
  expect(said(everywhere).sort()).toEqual(expected.sort());
});

test('a finding stands at its words, and in the first hours what may only warns', () => {
  const [found] = lintFacts({ ...facts, howFound: { en: 'By chance. Certain\u00A0users told us.' } }, sampleSite);
  expect(found).toMatchObject({ rule: 'scope/vague-quantity', severity: 'warning', waivable: 'tick', path: ['howFound', 'en'], offset: 11 });
});

test('the title and what the press quotes weigh as the lead of a post', () => {
  const minor = { en: 'It was a minor incident.' };
  expect(said({ title: minor, howFound: minor, statement: minor })).toEqual([
    'title.en tone/minimising error',
    'howFound.en tone/minimising warning',
    'statement.en tone/minimising error',
  ]);
});

test('a field may say what it is for', () => {
  expect(said({ likelyConsequences: [{ en: 'Your email address may have been seen by others.' }] })).toEqual([]);
  expect(said({ supportOffered: { what: { en: 'Identity protection, 12 months free of charge.' }, months: 12 } })).toEqual([]);
  expect(said({ complainTo: { en: 'Call the authority between 9:00 and 16:00.' } })).toEqual([]);
  // What was wrong is repeated beside what is right, and a leak would be one again.
  const corrected = (was: string) => ({ corrections: [{ at: facts.asOf, was: { en: was }, now: { en: 'One.' }, why: { en: 'We counted twice.' } }] });
  expect(said(corrected('Your data is safe. Certain users.'))).toEqual([]);
  expect(said(corrected('It came from 192.168.1.20.'))).toEqual(['corrections.0.was.en legal/leak error']);
});
