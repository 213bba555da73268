import { lowered } from '#compiler/lint/text/lowered.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';

/** The Traffic Light Protocol 2.0, and WHITE of the one before. Only CLEAR is public. */
const MARK = /(?<![\p{L}\p{N}])(?:tlp|traffic light protocol) ?(?:v?[12](?:\.0)?)? ?[:=–-]? ?(?:red|amber(?:\+strict)?|green|white)(?![\p{L}\p{N}])/gu;

export const tlp: Rule = {
  id: 'legal/tlp',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: POSTS,
  *check({ text }) {
    for (const passage of text.passages) {
      for (const { 0: mark, index } of lowered(passage.text).matchAll(MARK)) {
        const at = { passage, from: index, to: index + mark.length };
        yield { at, message: `${quoted(at)} says that this is not for the public. Have it cleared, and remove the mark.` };
      }
    }
  },
};
