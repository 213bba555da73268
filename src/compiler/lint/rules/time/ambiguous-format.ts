import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { LANGUAGES } from '#locales/registry.ts';

const DATE = /(?<![\p{L}\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\d]|[./-]\d)/gu;

export const ambiguousFormat: Rule = {
  id: 'time/ambiguous-format',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, locale }) {
    // Where dates are written with full stops, the day comes first.
    const pointed = new Intl.DateTimeFormat(LANGUAGES[locale].formatTag).format(0).includes('.');
    for (const passage of text.passages) {
      if (passage.kind === 'code') continue;
      for (const { 0: date, 1: first = '', 2: sign = '', 3: second = '', 4: year = '', index } of passage.text.matchAll(DATE)) {
        if (Number(first) > 12 || Number(second) > 12 || Number(first) === Number(second)) continue;
        if (sign === '.' && (pointed || year.length === 2)) continue;
        const at = { passage, from: index, to: index + date.length };
        yield { at, message: `${quoted(at)} can be two days. Write <Time at="…" date />, or the name of the month.` };
      }
    }
  },
};
