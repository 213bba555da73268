import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Hit, type Rule } from '#compiler/lint/rule.ts';
import type { Passage } from '#compiler/lint/text/passage.ts';

/** Two words in capitals or more, none of them a short name. */
const SHOUTING = /(?<![\p{L}\p{N}-])\p{Lu}{3,}(?: \p{Lu}{3,})+(?![\p{L}\p{N}-])/gu;

export const phishLike: Rule = {
  id: 'tone/phish-like',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences) {
      for (const at of book.find('urging', sentence, 'urgingFine'))
        yield {
          at,
          message: `${quoted(at)} is how false messages hurry people. Give a day, and what happens until then: "Please do this by 3 June. Until then you stay signed out."`,
        };
    }
    for (const passage of text.passages) if (passage.kind !== 'code') yield* loud(passage);
  },
};

function* loud(passage: Passage): Iterable<Hit> {
  for (const { index } of passage.text.matchAll(/!+/g)) {
    const alone = passage.text[index + 1] !== '!' && passage.text[index + 1] !== '?' && passage.text[index - 1] !== '?';
    const message = 'An exclamation mark is how false messages look. Write a full stop.';
    yield { at: { passage, from: index, to: index + 1 }, message, ...(alone ? { replacement: '.' } : {}) };
  }
  for (const { 0: words, index } of passage.text.matchAll(SHOUTING)) {
    const at = { passage, from: index, to: index + words.length };
    yield { at, message: `${quoted(at)} shouts. Write it in small letters.` };
  }
}
