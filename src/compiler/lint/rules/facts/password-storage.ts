import type { Rule } from '#compiler/lint/rule.ts';

export const passwordStorage: Rule = {
  id: 'facts/password-storage',
  severity: 'warning',
  waivable: 'tick',
  on: ['advisory'],
  *check({ text, facts, book }) {
    const involved = facts?.dataInvolved.some(({ category, effect }) => category === 'password' && effect !== 'lost');
    if (!involved || text.passages.some((passage) => book.has('storage', passage.text))) return;
    yield { at: null, message: 'Passwords were involved, and the text doesn’t say how they were stored. Say it: "They were stored scrambled, with Argon2id."' };
  },
};
