/** The one order of incidents: the one that was noticed last comes first; of one instant, the slug decides by its letters' codes, as among posts. */
export function newestIncidentFirst(a: Noticed, b: Noticed): number {
  return Date.parse(b.facts.detectedAt) - Date.parse(a.facts.detectedAt) || (a.slug < b.slug ? -1 : 1);
}

interface Noticed {
  slug: string;
  facts: { detectedAt: string };
}
