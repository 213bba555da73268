import { ACTION_KINDS } from '#model/actions.ts';
import type { Facts, Text } from '#model/facts.ts';
import { PROOF_METHODS } from '#model/proofs.ts';
import type { AccountFacts } from '#domain/actions/action-kind.ts';
import { KINDS } from '#domain/actions/kinds.ts';
import type { Todo } from './account-view.ts';
import type { Ask, ToldIncident } from './told-incidents.ts';

/** What an account is asked for, in the order to do it; one step for what several cohorts ask alike. */
export function todoOf(account: AccountFacts, incident: ToldIncident, now: Date): Todo[] {
  const steps = incident.asks.map((ask) => stepOf(account, ask, incident.facts, now)).filter((step) => step !== null);
  const same = Map.groupBy(steps, (step) => `${step.kind} ${step.platform ?? ''}`);
  const merged = [...same.values()].map((group) => group.reduce((a, b) => (demands(b) > demands(a) ? b : a)));
  return merged.sort((a, b) => ACTION_KINDS.indexOf(a.kind) - ACTION_KINDS.indexOf(b.kind));
}

/** Open before done, the stricter proof first, then the later. */
function demands(step: Todo): string {
  return [step.done ? 0 : 1, step.proof ? PROOF_METHODS.indexOf(step.proof) : 0, step.since].join();
}

/** Null where the ask doesn't concern this person. */
function stepOf(account: AccountFacts, ask: Ask, facts: Facts, now: Date): Todo | null {
  const kind = KINDS[ask.kind];
  const details = kind.step(account, ask, now);
  if (details === null) return null;
  const doneAt = kind.doneAt(account, ask, now);
  const words = facts.actions.find((action) => action.cohort === ask.cohort && action.kind === ask.kind);
  const deadline = words?.deadline ?? words?.rollout?.endsAt ?? ask.endsAt?.toISOString();
  return {
    kind: ask.kind,
    since: ask.since.toISOString(),
    reason: words?.reason ?? basisOf(facts, ask.cohort),
    ...(deadline && { deadline }),
    ...(words?.ifNot && { ifNot: words.ifNot }),
    ...(words?.sideEffect && { sideEffect: words.sideEffect }),
    ...(words?.minutes && { minutes: words.minutes }),
    ...details,
    ...(doneAt ? { done: true, doneAt: doneAt.toISOString(), tone: 'ok' } : { done: false }),
  };
}

/** The words of a cohort for those in it. */
export function basisOf(facts: Facts, cohort: string): Text {
  return facts.cohorts.find((known) => known.name === cohort)?.basis ?? facts.title;
}
