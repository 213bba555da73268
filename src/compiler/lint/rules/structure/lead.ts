import type { Rule } from '#compiler/lint/rule.ts';

/** Words that most people read before they leave. */
const FIRST_WORDS = 60;

export const lead: Rule = {
  id: 'structure/lead',
  severity: 'error',
  waivable: 'reason',
  holding: 'warning',
  on: ['advisory'],
  *check({ text, facts, book }) {
    // A false alarm has nobody's data and no step.
    if (facts?.incidentType === 'false_alarm') return;
    const opening = text.passages.filter(({ kind, lead: isLead }) => isLead && kind === 'prose');
    const [first] = opening;
    const words = opening
      .map((passage) => passage.text)
      .join(' ')
      .split(' ')
      .slice(0, FIRST_WORDS)
      .join(' ');
    const sentence = first && { passage: first, from: 0, to: words.length, text: words };
    const data = sentence !== undefined && (book.has('data', words) || book.categories(sentence).length > 0);
    if (book.has('people', words) && (data || book.has('step', words))) return;
    yield {
      at: first ? { passage: first, from: 0, to: 0 } : null,
      message: `The first ${FIRST_WORDS} words don’t say whose data it is about and what to do. Open with what happened, to whom, and what they can do.`,
    };
  },
};
