import { fold } from '#compiler/lint/text/fold.ts';
import type { Rule } from '#compiler/lint/rule.ts';
import { wants } from './statute.ts';

export const noticeTitle: Rule = {
  id: 'structure/notice-title',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book }) {
    const title = text.passages.find(({ kind }) => kind === 'title');
    const { noticeTitle: wanted } = book.words;
    if (!title || !wants(facts) || title.text.trim().startsWith(fold(wanted, book.words).text)) return;
    yield {
      at: { passage: title, from: 0, to: 0 },
      message: `People in California are concerned, and their law wants the words "${wanted}" above the headline. Begin the title with them.`,
      replacement: `${wanted}. `,
    };
  },
};
