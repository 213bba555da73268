import { fold } from '#compiler/lint/text/fold.ts';
import type { Rule } from '#compiler/lint/rule.ts';

export const noApology: Rule = {
  id: 'tone/no-apology',
  severity: 'warning',
  waivable: 'tick',
  on: ['advisory'],
  *check({ text, facts, book, locale }) {
    if (!facts || facts.dataInvolved.length === 0 || facts.peopleAffected.n === 0) return;
    const quotedToo = text.components.some(({ node }) => node.name === 'Statement')
      ? fold(facts.statement[locale] ?? facts.statement.en ?? '', book.words).text
      : '';
    if ([quotedToo, ...text.passages.map((passage) => passage.text)].some((words) => book.has('sorry', words))) return;
    yield {
      at: null,
      message: 'People’s data was involved, and nothing in the text is sorry for it. Write, behind the facts: "We are sorry that this happened."',
    };
  },
};
