import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Hit, type Rule, type Subject } from '#compiler/lint/rule.ts';

/** A short name in capitals that stands alone: neither a part of a longer one nor of shouting. */
const SHORT = /(?<![\p{L}\p{N}&.:/-]|\p{Lu}{2} )\p{Lu}{2,6}(?![\p{L}\p{N}&/-]| \p{Lu}{2})/gu;
/** Everybody knows them; those of time zones and of money each language has. */
const KNOWN = new Set(
  'EU UK US USA UN UAE DE AT CH SE PIN SMS PDF ID IDS TV FAQ GPS PC CEO CTO CIO CFO QR USB OK IT TAN WLAN IBAN IMEI SIM AM PM AG AB SA NGO AGB PKW LKW HTML'.split(
    ' ',
  ),
);
/** Other rules speak of them. */
const MARKS = /^(?:TBD|TBC|TBA|TODO|FIXME|TK|X{2,}|TLP)$/;

export const jargon: Rule = {
  id: 'readability/jargon',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check(subject) {
    const { text, book } = subject;
    const said = new Set<string>();
    for (const sentence of text.sentences)
      for (const at of book.find('jargon', sentence)) {
        said.add(at.passage.text.slice(at.from, at.to));
        yield { at, message: `${quoted(at)} is a word of specialists. Write what it means: what somebody did, to what, with what.` };
      }
    yield* shortNames(subject, said);
  },
};

/** Each short name that the text explains nowhere, where it stands first. */
function* shortNames({ text, book, facts, site }: Subject, said: ReadonlySet<string>): Iterable<Hit> {
  const { zones, money } = book.words.phrases;
  const names = [
    ...(facts?.allowedNames ?? []),
    ...(facts?.authorities ?? []).map(({ name }) => name),
    ...(facts?.trustedStores ?? []).map(({ name }) => name),
  ];
  const ours = site ? [site.brand, site.legalName] : [];
  const known = new Set([...KNOWN, ...said, ...zones, ...money, ...[...names, ...ours, facts?.noticeId ?? ''].flatMap((name) => name.split(/[^\p{L}]+/u))]);
  const prose = text.passages.filter(({ kind }) => kind !== 'code');
  // In brackets behind its meaning, or with its meaning in brackets behind it.
  for (const passage of prose)
    for (const { 1: behind, 2: before } of passage.text.matchAll(/\((\p{Lu}{2,6})\)|(?<!\p{L})(\p{Lu}{2,6}) \(/gu)) known.add(behind ?? before ?? '');
  for (const passage of prose) {
    for (const { 0: name, index } of passage.text.matchAll(SHORT)) {
      if (known.has(name) || MARKS.test(name)) continue;
      known.add(name);
      const at = { passage, from: index, to: index + name.length };
      yield { at, message: `${quoted(at)} says something to few. Write it out, or explain it once in brackets.` };
    }
  }
}
