import { after, before } from '#compiler/lint/text/near.ts';
import type { Phrasebook } from '#compiler/lint/text/language.ts';
import { numbersIn } from '#compiler/lint/text/amounts.ts';
import type { Span } from '#compiler/lint/text/passage.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

/** In the title and the lead an error: it is what people quote. */
export const minimising: Rule = {
  id: 'tone/minimising',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, facts, book }) {
    const { kind, n } = facts?.peopleAffected ?? {};
    for (const sentence of text.sentences) {
      const adverbs = book.find('diminishing', sentence, 'diminishingFine').flatMap((at) => {
        const of = measured(at, book);
        return of === null || (kind === 'exact' && n !== undefined && valuesIn(of, at, book).includes(n)) ? [] : [at];
      });
      for (const at of [...adverbs, ...book.find('belittling', sentence)].sort((a, b) => a.from - b.from)) {
        yield {
          at,
          message: `${quoted(at)} makes little of it, and taking that back costs more. Give the number and let it speak: "one account".`,
          severity: at.passage.lead ? 'error' : 'warning',
        };
      }
    }
  },
};

/** The people or data beside such a word, or null where it is about something else: "install it only from". */
function measured(at: Span, book: Phrasebook): string | null {
  const behind = after(at, 4);
  const counts = (words: string) => book.has('people', words) || book.has('data', words) || isData(words, at, book);
  if (counts(behind)) return behind;
  // At the end of its clause it belongs to what stands before.
  const front = before(at, 3);
  return behind.trim() === '' && counts(front) ? front : null;
}

function isData(words: string, { passage, from }: Span, book: Phrasebook): boolean {
  return book.categories({ passage, from, to: from + words.length, text: words }).length > 0;
}

function valuesIn(words: string, { passage, from }: Span, book: Phrasebook): number[] {
  const named = book.numbers({ passage, from, to: from + words.length, text: words });
  return [...numbersIn(words), ...named].map(({ value }) => value);
}
