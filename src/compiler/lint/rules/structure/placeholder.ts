import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { phrasebook } from '#compiler/lint/text/language.ts';
import { LOCALES } from '#paths';

/** Marks of writers, with their capitals: "XX" is a size as well, so it counts in front of a word, a sign or twice. */
const MARK =
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|tbd|tbc|tba|TODO|FIXME|TK|TKTK|XXX+|xxx+|XX(?=[ .:/%]*(?:XX|[%€$]|\p{L}))|(?:DD|TT|MM)[./-](?:DD|MM)[./-](?:YY|JJ){1,2}|YYYY-MM-DD|[Ll]orem [Ii]psum|LOREM IPSUM)(?![\p{L}\p{N}])|\?{3,}|_{3,}|\[\s?(?:…|\.{2,})\s?\]|\[[^\][]{0,40}(?:TBD|TODO|insert|placeholder)[^\][]{0,40}\]|\{\{?[\p{L}\p{N}_. -]{1,40}\}\}?|<[A-Z_]{2,20}>/gu;

/** Few words in brackets; of a translation they may be those of another language. */
const BRACKETED = /\[[^\][]{1,40}\]/gu;

export const placeholder: Rule = {
  id: 'structure/placeholder',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: NOTICES,
  *check({ text, site }) {
    for (const passage of text.passages) {
      if (passage.kind === 'code') continue;
      const slots = [...passage.text.matchAll(BRACKETED)].filter(([words]) => LOCALES.some((locale) => phrasebook(locale).has('slots', words)));
      for (const { 0: mark, index } of [...passage.text.matchAll(MARK), ...slots]) {
        // A name may be written with such signs.
        if (site?.brand.includes(mark)) continue;
        const at = { passage, from: index, to: index + mark.length };
        yield { at, message: `${quoted(at)} stands for something that is still missing. Write it, or say that we do not know it yet.` };
      }
    }
  },
};
