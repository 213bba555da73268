import { fold } from '#compiler/lint/text/fold.ts';
import type { Rule } from '#compiler/lint/rule.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { wants } from './statute.ts';

export const headingText: Rule = {
  id: 'structure/heading-text',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, locale, book }) {
    if (!wants(facts)) return;
    const { headings } = LANGUAGES[locale];
    for (const passage of text.passages) {
      if (passage.kind !== 'heading' || passage.level !== 2 || passage.section === null) continue;
      const wanted = headings[passage.section];
      if (passage.text.trim().toLowerCase() === fold(wanted, book.words).text.toLowerCase()) continue;
      yield {
        at: { passage, from: 0, to: passage.text.length },
        message: `The law of California wants this heading word for word: "${wanted}".`,
        replacement: wanted,
      };
    }
  },
};
