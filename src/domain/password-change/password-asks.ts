import { KINDS } from '#domain/actions/kinds.ts';
import type { AccountFacts } from '#domain/actions/action-kind.ts';
import { type ProofMethod, satisfies } from '#model/proofs.ts';
import type { Todo } from '#domain/status/account-view.ts';
import { todoOf } from '#domain/status/todo.ts';
import type { ToldIncident } from '#domain/status/told-incidents.ts';

export interface OpenAsk {
  incident: ToldIncident;
  step: Todo;
}

/** Every open step of every incident, newest incident first. */
export function openSteps(account: AccountFacts, told: ToldIncident[], now: Date): OpenAsk[] {
  return told.flatMap((incident) =>
    todoOf(account, incident, now)
      .filter((step) => !step.done)
      .map((step) => ({ incident, step })),
  );
}

/** What was added in these days may be an intruder's, whether an incident is known or not. */
const SUSPECT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Since when a second factor may be an intruder's: the beginning of the oldest incident for which a change of the password stands open, and in any case a week. */
export function trustedBefore(account: AccountFacts, told: ToldIncident[], now: Date): Date {
  const incidents = openSteps(account, told, now).filter(({ step }) => step.kind === 'change_password');
  const begun = incidents.map(({ incident }) => Date.parse(incident.facts.occurred.from));
  return new Date(Math.min(now.getTime() - SUSPECT_DAYS * DAY_MS, ...begun));
}

/** The strictest proof that an open `change_password` asks for; `current` when nobody asks. */
export function strictestProof(account: AccountFacts, told: ToldIncident[], now: Date): ProofMethod {
  const open = told.flatMap(({ asks }) => asks.filter((ask) => ask.kind === 'change_password' && KINDS[ask.kind].doneAt(account, ask, now) === null));
  return open.reduce<ProofMethod>((strictest, { proof }) => (satisfies(strictest, proof) ? strictest : proof), 'current');
}
