import type { IncidentState, IncidentView, Tone } from '#domain/status/account-view.ts';

const TONES: readonly Tone[] = ['act', 'recommended', 'progress', 'ok'];
const STATES: readonly IncidentState[] = ['affected', 'precaution', 'upgrade', 'checking', 'done', 'nothing', 'not_affected'];

/** Incidents in the order of the page: what asks most of the person comes first, whatever is newer; of those as loud, the newest. */
export function loudestFirst(incidents: readonly IncidentView[]): IncidentView[] {
  const rank = ({ tone, state }: IncidentView) => TONES.indexOf(tone) * STATES.length + STATES.indexOf(state);
  return [...incidents].sort((a, b) => rank(a) - rank(b));
}
