import type { FactsWord } from '#locales/templates.ts';

export const facts: Record<FactsWord, string> = {
  title: 'TODO (the incident in a few words)',
  howFound: 'TODO (how we noticed)',
  cause: 'TODO (how it happened, or that we do not know it yet)',
  basis: 'TODO (why this was not part of it)',
  sources: 'TODO (which records we read)',
  gaps: 'TODO (which records are missing, or that none are)',
  consequence: 'TODO (what someone could do with this)',
  measure: 'TODO (what we did)',
  cohortLabel: 'TODO (who these people are)',
  cohortBasis: 'TODO (why they are concerned, as a sentence to one of them)',
  notAffected: 'TODO (why everybody else is not concerned, as a sentence to one of them)',
  reason: 'TODO (why we ask)',
  ifNot: 'TODO (what happens until it is done)',
  sideEffect: 'TODO (what else the step does)',
  lastingAdvice: 'TODO (what goes on being good advice)',
  role: 'TODO (the role of whoever signs)',
  statement: 'TODO (what the press may quote, whole)',
};
