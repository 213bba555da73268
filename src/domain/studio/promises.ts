import type { PublishedIncidents } from '#domain/incidents/published-incidents.ts';

/** An update that the public was promised. */
export interface Promised {
  slug: string;
  noticeId: string;
  /** By when; ISO 8601. */
  by: string;
}

/** What the published facts promise, the earliest first. A resolved incident promises nothing more. */
export function promisesOf(incidents: PublishedIncidents['incidents']): Promised[] {
  const open = incidents.filter(({ status }) => status !== 'resolved');
  const promises = open.flatMap(({ slug, facts }) => (facts.nextUpdateBy ? [{ slug, noticeId: facts.noticeId, by: facts.nextUpdateBy }] : []));
  return promises.sort((a, b) => Date.parse(a.by) - Date.parse(b.by) || (a.slug < b.slug ? -1 : 1));
}
