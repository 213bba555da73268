import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFacts } from '#compiler/folder/read-facts.ts';
import { readSite } from '#compiler/folder/read-site.ts';
import { newFacts } from '#compiler/templates/new-facts.ts';
import { INCIDENT_TEMPLATES } from '#model/team/templates.ts';
import { LOCALES } from '#paths';
import { editFacts } from './edit-facts.ts';
import { factsEntries } from './entries.ts';
import { factsGaps } from './facts-gaps.ts';

const now = new Date('2026-11-20T03:00:00Z');
const { data: site } = readSite(readFileSync('content/site.yaml', 'utf8'));
const own = readFileSync('content/incidents/internal-systems-access/incident.yaml', 'utf8');
const begun = INCIDENT_TEMPLATES.map((template) => newFacts({ template, noticeId: 'SEC-1', now, locales: LOCALES }));
const sources = [own, ...begun, own.replaceAll('\n', '\r\n')];
const shownIn = (source: string) => new Map(factsEntries(source, LOCALES)?.entries.map(({ name, shown }) => [name, shown]));

describe('a form of facts', () => {
  test('that was not changed leaves every byte', () => {
    for (const source of sources) expect(editFacts(source, LOCALES, { typed: shownIn(source) })).toBe(source);
  });

  test('keeps what was typed, the bytes of every other field, and every comment around them', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '',
        'unknown',
        'true',
        '12',
        '1.10',
        '2026-11-19T08:30',
        'ZZ',
        '# no comment',
        'a: b',
        '- a',
        '"quoted" and \'so\'',
        'two\n\nlines',
        'نعم: لا',
        ' TODO ',
        '\ttab',
        '|',
        '[a]',
        '&a',
        'https://a.example/?b#c',
      ),
      fc.string({ maxLength: 30, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(fc.tuple(fc.nat(), words), { minLength: 1, maxLength: 6 }), (source, changes) => {
        const shown = shownIn(source);
        const names = [...shown.keys()];
        if (names.length === 0) return;
        const typed = new Map(shown);
        for (const [at, text] of changes) typed.set(names[at % names.length] as string, text);
        const edited = editFacts(source, LOCALES, { typed });
        expect(edited).not.toBeNull();
        const touched = new Set([...typed].filter(([name, text]) => text !== shown.get(name)).map(([name]) => name.split('.')[0]));
        // What nobody touched is there word for word, with the comments before it.
        const blocks = (text: string) =>
          new Map(
            text
              .split(/^(?=[a-zA-Z]+:)/m)
              .slice(1)
              .map((block) => [block.split(':')[0] as string, block.split(/^\r?\n|^#/m)[0]]),
          );
        for (const [field, block] of blocks(source)) if (!touched.has(field)) expect(blocks(edited as string).get(field)).toBe(block);
        const comments = (text: string) => text.split(/\r?\n/).filter((line) => line.startsWith('# ') && !/^# [a-zA-Z]+:$/.test(line));
        expect(comments(edited as string)).toEqual(comments(source));
        const after = factsEntries(edited as string, LOCALES);
        // Signs that no file may hold are found there, and nothing is lost by it.
        if (!after) return;
        const held = new Map(after.entries.map(({ name, shown: is }) => [name, is]));
        for (const [name, text] of typed) {
          const is = (held.get(name) ?? '').replaceAll(/\s+/g, ' ').trim();
          const was = text.replaceAll(/\s+/g, ' ').trim();
          if (/(?<![\p{L}\p{N}])TODO(?![\p{L}\p{N}])/u.test(was)) continue;
          if (!/^\d{4}-/.test(is)) expect(is).toBe(was);
        }
        // A second time, it is as it was left.
        expect(editFacts(edited as string, LOCALES, { typed: held })).toBe(edited);
      }),
      { numRuns: 60 },
    );
  });

  test('adds to a list and takes away again, anywhere', () => {
    for (const list of ['measures', 'markets', 'corrections', 'dataInvolved', 'cohorts', 'likelyConsequences'])
      for (const source of sources) {
        const before = factsEntries(source, LOCALES)?.value as Record<string, unknown[]>;
        const more = editFacts(source, LOCALES, { typed: shownIn(source), add: list }) as string;
        const after = factsEntries(more, LOCALES)?.value as Record<string, unknown[]>;
        expect(after[list]?.length).toBe((before[list]?.length ?? 0) + 1);
        const less = editFacts(more, LOCALES, { typed: shownIn(more), remove: `${list}.${(after[list]?.length ?? 1) - 1}` }) as string;
        expect((factsEntries(less, LOCALES)?.value as Record<string, unknown> | undefined)?.[list]).toEqual(before[list] ?? []);
      }
  });

  test('of other facts, or of none, is refused', () => {
    for (const edit of [
      { typed: new Map([['measures.90.at', 'x']]) },
      { typed: new Map([['constructor', 'x']]) },
      { typed: new Map(), add: 'title' },
      { typed: new Map(), remove: 'measures.77' },
      { typed: new Map(), remove: 'measures.x' },
      { typed: new Map(), add: 'measures.0' },
    ])
      expect(editFacts(own, LOCALES, edit)).toBeNull();
    expect(editFacts('title: [', LOCALES, { typed: new Map() })).toBeNull();
    expect(editFacts('{ title: { en: a } }', LOCALES, { typed: new Map([['title.en', 'b']]) })).toBeNull();
  });

  test('writes a moment with its zone, and leaves one in another zone as it is', () => {
    const source = 'asOf: "2026-11-20T03:00:30+01:00"\n';
    expect(shownIn(source).get('asOf')).toBe('2026-11-20T02:00');
    expect(editFacts(source, LOCALES, { typed: new Map([['asOf', '2026-11-20T02:00']]) })).toBe(source);
    expect(editFacts(source, LOCALES, { typed: new Map([['asOf', '2026-11-20T02:01']]) })).toBe('asOf: "2026-11-20T02:01:00Z"\n');
  });
});

describe('the gaps of facts', () => {
  test('are none in whole facts but what is said not to be known', () => {
    expect(factsGaps(own, LOCALES, { now: new Date('2030-01-01T00:00:00Z'), site }).filter(({ kind }) => kind === 'missing' || kind === 'wrong')).toEqual([]);
    const holding = begun[0] as string;
    expect(factsGaps(holding, LOCALES, { now, site }).map(({ field, kind }) => `${kind} ${field}`)).toEqual([
      'unknown markets.0',
      'unknown occurred.certainty',
      'unknown cause.known',
      'unknown peopleAffected.kind',
    ]);
  });

  test('of a template are its placeholders, each at a field of the form', () => {
    for (const source of begun) {
      const fields = new Set(factsEntries(source, LOCALES)?.entries.map(({ path }) => path.join('.')));
      const gaps = factsGaps(source, LOCALES, { now, site }).filter(({ kind }) => kind === 'missing' || kind === 'wrong');
      for (const { field, kind } of gaps) expect([fields.has(field), kind]).toEqual([true, 'missing']);
      expect(gaps.length > 0).toBe(readFacts(source, now, site).facts === null);
    }
  });

  test('are there exactly where facts are not whole, whatever a form makes of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.nat(),
        fc.constantFrom('', 'x', '2026-11-19T08:30', 'unknown', 'exact', '-1', '7', 'name'),
        (source, at, text) => {
          const shown = shownIn(source);
          const name = [...shown.keys()][at % Math.max(1, shown.size)];
          const edited = name === undefined ? source : (editFacts(source, LOCALES, { typed: new Map([[name, text]]) }) as string);
          const stops = factsGaps(edited, LOCALES, { now, site }).filter(({ kind }) => kind === 'missing' || kind === 'wrong');
          expect(stops.length === 0).toBe(readFacts(edited, now, site).facts !== null);
        },
      ),
      { numRuns: 40 },
    );
  });
});
