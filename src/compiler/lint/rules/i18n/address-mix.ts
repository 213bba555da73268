import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';
import { phrasesAsWritten } from '#compiler/lint/text/phrases.ts';

export const addressMix: Rule = {
  id: 'i18n/address-mix',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: POSTS,
  *check({ text, book }) {
    const { address } = book.words;
    if (!address) return;
    // Capitals tell one from the other.
    const [formal, familiar] = [phrasesAsWritten(address.formal, book.words), phrasesAsWritten(address.familiar, book.words)];
    if (!text.sentences.some((sentence) => sentence.text.search(formal) !== -1)) return;
    for (const { passage, from, text: words } of text.sentences) {
      for (const { 0: word, index } of words.matchAll(familiar)) {
        const at = { passage, from: from + index, to: from + index + word.length };
        yield { at, message: `${quoted(at)} is familiar, and the rest of the text is formal. Speak to people in one way.` };
      }
    }
  },
};
