import type { IncidentState, IncidentView, Tone } from '#domain/status/account-view.ts';

const TONES: readonly Tone[] = ['act', 'recommended', 'progress', 'ok'];
const STATES: readonly IncidentState[] = ['affected', 'precaution', 'upgrade', 'checking', 'done', 'nothing', 'not_affected'];

/** The incident that the page opens with; the newest of those as loud. */
export function loudest(incidents: readonly IncidentView[]): IncidentView | undefined {
  const rank = ({ tone, state }: IncidentView) => TONES.indexOf(tone) * STATES.length + STATES.indexOf(state);
  return [...incidents].sort((a, b) => rank(a) - rank(b))[0];
}
