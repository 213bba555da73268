import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const absolute: Rule = {
  id: 'claim/absolute',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences) {
      if (/[?؟]\s*$/u.test(sentence.text)) continue;
      for (const at of book.find('absolute', sentence, 'absoluteFine'))
        yield {
          at,
          message: `${quoted(at)} is a promise that nobody can keep. Say what you know and from where: "We found no access to your data in the logs of …"`,
        };
    }
  },
};
