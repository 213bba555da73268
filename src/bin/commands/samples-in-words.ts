import { incidentText } from '#documents/account/incident-text.tsx';
import type { PreviewView } from '#domain/status/preview-cohort.ts';

/** What sample accounts read, without an address. */
export function samplesInWords({ samples, site, told }: PreviewView): string {
  if (samples.length === 0) return 'There is no account to show as a sample.';
  const count = samples.length === 1 ? 'one of these accounts reads' : `${samples.length} of these accounts read`;
  const head = told ? `What ${count}:` : `What ${count} once they are told (publish the advisory first):`;
  const texts = samples.map(({ accountId, staff, incident }) => {
    return [`  Account ${accountId}${staff ? ', of the team' : ''}`, ...incidentText(incident, site).map((line) => `    ${line}`)].join('\n');
  });
  return [head, ...texts].join('\n\n');
}

/** The same for JSON. */
export function samplesAsData({ samples, site }: PreviewView): { accountId: string; staff: boolean; state: string; text: string[] }[] {
  return samples.map(({ accountId, staff, incident }) => ({ accountId, staff, state: incident.state, text: incidentText(incident, site) }));
}
