import type { IncidentState, IncidentView, Todo, Tone } from './account-view.ts';
import type { AccountFacts } from '#domain/actions/action-kind.ts';
import { basisOf, todoOf } from './todo.ts';
import type { ToldIncident } from './told-incidents.ts';

/** What an account is told about an incident: a function of that account's facts and the incident's cohorts, and of nothing else. */
export function incidentView(account: AccountFacts, incident: ToldIncident, now: Date): IncidentView {
  const { slug, facts, status, published, cohorts } = incident;
  const todo = todoOf(account, incident, now);
  const dataInvolved = [...new Set(cohorts.flatMap((cohort) => cohort.dataInvolved))];
  const state = stateOf(incident, todo, dataInvolved.length > 0);
  const basis = state === 'checking' ? [] : cohorts.length > 0 ? cohorts.map((cohort) => basisOf(facts, cohort.name)) : [facts.notAffected.basis];
  return { slug, facts, status, published, state, tone: toneOf(state, todo), basis, dataInvolved, todo };
}

function stateOf({ status, cohorts }: ToldIncident, todo: Todo[], hasData: boolean): IncidentState {
  const open = todo.filter((step) => !step.done);
  if (cohorts.length === 0) return status === 'investigating' ? 'checking' : 'not_affected';
  if (open.length === 0 && todo.length > 0) return 'done';
  if (hasData) return 'affected';
  if (open.some((step) => step.kind !== 'upgrade_app')) return 'precaution';
  return open.length > 0 ? 'upgrade' : 'nothing';
}

function toneOf(state: IncidentState, todo: Todo[]): Tone {
  if (state === 'checking') return 'progress';
  if (todo.some((step) => step.tone === 'act')) return 'act';
  // Data was seen and nothing is asked: there is advice to read, not a step to take.
  return state === 'affected' || state === 'upgrade' ? 'recommended' : 'ok';
}
