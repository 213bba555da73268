import { deniedData } from '#compiler/lint/denied-data.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { speaksOfData } from '#compiler/lint/speaks-of-data.ts';

export const onlyWhatWasNot: Rule = {
  id: 'facts/only-what-was-not',
  severity: 'error',
  waivable: 'reason',
  holding: 'warning',
  comparesFacts: true,
  on: NOTICES,
  *check({ text, facts, book }) {
    if (!facts || facts.dataInvolved.length === 0 || text.components.some(({ node }) => node.name === 'DataInvolved')) return;
    const sentences = text.sentences.filter((sentence) => speaksOfData(sentence, book));
    const named = sentences.flatMap((sentence) => book.categories(sentence));
    const denied = sentences.flatMap((sentence) => deniedData(sentence, book));
    const [first] = denied;
    if (!first || named.some(({ category }) => facts.dataInvolved.some((involved) => involved.category === category))) return;
    yield { at: first, message: 'The text says what was not seen, and nowhere what was. Say first what was involved, then what was not.' };
  },
};
