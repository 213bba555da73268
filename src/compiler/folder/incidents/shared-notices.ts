import type { Facts } from '#model/facts.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { ContentIncident } from '../content.ts';

/**
 * Incidents whose notice number another one has, in the folder or `live`: path of `incident.yaml` → findings. What is live with its number keeps
 * it: people hold it in their hands.
 */
export function sharedNotices(incidents: readonly ContentIncident[], live: ReadonlyMap<string, Facts>): Map<string, Finding[]> {
  const known = new Map([...live, ...incidents.flatMap(({ slug, facts }) => (facts ? [[slug, facts] as const] : []))]);
  const bearers = Map.groupBy(known, ([, { noticeId }]) => noticeId);
  return new Map(
    incidents.flatMap(({ slug, path, facts, source = '' }) => {
      if (!facts || live.get(slug)?.noticeId === facts.noticeId) return [];
      const other = bearers.get(facts.noticeId)?.find(([bearer]) => bearer !== slug);
      if (!other) return [];
      const line = Math.max(1, source.split(/\r\n|\r|\n/).findIndex((text) => text.startsWith('noticeId:')) + 1);
      const message = `"${other[0]}" has the number ${facts.noticeId} too, and readers compare it with their account. Give this incident one of its own.`;
      return [[path, [{ rule: 'facts/shared-notice', severity: 'error', line, column: 1, message }]] as const];
    }),
  );
}
