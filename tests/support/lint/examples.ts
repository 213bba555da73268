import { expect, test } from 'vitest';
import type { Rule } from '#compiler/lint/rule.ts';
import { LOCALES, type Locale } from '#paths';
import { type LintedText, lintText } from './lint-text.ts';

type Examples = [string | LintedText, ...(string | LintedText)[]];

/** What a rule finds in each language, once each, and what it must leave alone. Null where the language has nothing for it to find. */
export type RuleExamples = Record<Locale, { fails: Examples | null; passes: Examples }>;

/** One test a rule and language. A rule of the family without examples, and examples of no rule, fail. */
export function testExamples(rules: readonly Rule[], table: Record<string, RuleExamples>): void {
  test('every rule has its examples', () => {
    expect(Object.keys(table).sort()).toEqual(rules.map(({ id }) => id).sort());
  });
  for (const rule of rules) {
    test.each(LOCALES)(`${rule.id} in %s`, async (locale) => {
      const { fails, passes } = (table[rule.id] as RuleExamples)[locale];
      const said = async (example: string | LintedText) => {
        const { body, title, summary } = await lintText(typeof example === 'string' ? { text: example } : example, locale, [rule]);
        return [...title, ...summary, ...body].map(({ rule: id }) => id);
      };
      for (const example of fails ?? []) expect.soft(await said(example), `fails: ${JSON.stringify(example)}`).toContain(rule.id);
      for (const example of passes) expect.soft(await said(example), `passes: ${JSON.stringify(example)}`).toEqual([]);
    });
  }
}

/** The same example in each language: what it is about has none. */
export function inEach(fails: Examples, passes: Examples): RuleExamples {
  return Object.fromEntries(LOCALES.map((locale) => [locale, { fails, passes }])) as RuleExamples;
}
