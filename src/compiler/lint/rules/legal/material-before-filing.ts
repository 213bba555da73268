import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

/** An amount of money, its sign or its letters before or after the digits. */
const MONEY =
  /(?:[$€£¥]|(?<!\p{L})(?:USD|EUR|GBP|CHF|SEK|SAR|AED|EGP) ?)\d[\d.,]*|\d[\d.,]{0,20} ?(?:[$€£¥]|(?:million|billion|Millionen|Milliarden|مليون|مليار)? ?(?:USD|EUR|GBP|CHF|SEK|SAR|AED|EGP|euros?|dollars?|pounds|Euro|Dollar|دولار|يورو|ريال)(?!\p{L}))/gu;

export const materialBeforeFiling: Rule = {
  id: 'legal/material-before-filing',
  severity: 'error',
  waivable: 'reason',
  on: NOTICES,
  *check({ text, facts }) {
    // Who is not listed has nothing to file.
    if (!facts?.materiality || facts.materiality.filedAt) return;
    for (const passage of text.passages) {
      if (passage.kind === 'code') continue;
      for (const { 0: words, index } of passage.text.matchAll(MONEY)) {
        const at = { passage, from: index, to: index + words.length };
        yield { at, message: `${quoted(at)} says what this costs before it is filed. Leave it out until filedAt is set.` };
      }
    }
  },
};
