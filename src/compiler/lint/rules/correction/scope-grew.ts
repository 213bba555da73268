import { numbersIn } from '#compiler/lint/text/amounts.ts';
import type { Rule } from '#compiler/lint/rule.ts';

export const scopeGrew: Rule = {
  id: 'correction/scope-grew',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, book, facts, published }) {
    if (!facts || !published) return;
    const opening = text.sentences.filter(({ passage }) => passage.lead);
    const { n = 0, kind } = facts.peopleAffected;
    const was = published.peopleAffected.kind === 'unknown' ? null : (published.peopleAffected.n ?? null);
    const said = () => opening.some((sentence) => [...numbersIn(sentence.text), ...book.numbers(sentence)].some(({ value }) => value === n));
    if (kind !== 'unknown' && was !== null && n > was && !said())
      yield { at: null, message: `More people are concerned than was published: ${n}, not ${was}. Say the new number before the first heading.` };
    const before = new Set(published.dataInvolved.map(({ category }) => category));
    if (before.size === 0) return;
    const named = new Set(opening.flatMap((sentence) => book.categories(sentence).map(({ category }) => category)));
    for (const { category } of facts.dataInvolved)
      if (!before.has(category) && !named.has(category))
        yield { at: null, message: `"${category}" was not among the data that was published. Say before the first heading that it was involved too.` };
  },
};
