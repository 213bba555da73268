import type { FactsWord } from '#locales/templates.ts';

export const facts: Record<FactsWord, string> = {
  title: 'TODO (der Vorfall in wenigen Worten)',
  howFound: 'TODO (wie es uns auffiel)',
  cause: 'TODO (wie es passiert ist, oder dass wir es noch nicht wissen)',
  basis: 'TODO (warum das nicht dabei war)',
  sources: 'TODO (welche Protokolle wir lesen)',
  gaps: 'TODO (welche Protokolle fehlen, oder dass keine fehlen)',
  consequence: 'TODO (was jemand damit tun könnte)',
  measure: 'TODO (was wir getan haben)',
  cohortLabel: 'TODO (wer diese Menschen sind)',
  cohortBasis: 'TODO (warum es sie betrifft, als Satz an einen von ihnen)',
  notAffected: 'TODO (warum es alle anderen nicht betrifft, als Satz an einen von ihnen)',
  reason: 'TODO (warum wir bitten)',
  ifNot: 'TODO (was gilt, bis es getan ist)',
  sideEffect: 'TODO (was der Schritt sonst bewirkt)',
  lastingAdvice: 'TODO (welcher Rat weiter gilt)',
  role: 'TODO (die Rolle dessen, der unterschreibt)',
  statement: 'TODO (was die Presse zitieren darf, ganz)',
};
