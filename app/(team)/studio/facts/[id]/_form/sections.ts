import type { Entry } from '#compiler/facts-form/entries.ts';
import type { Facts } from '#model/facts.ts';

/** The parts of the form, in the order in which an incident is told. */
export const FACTS_SECTIONS = ['incident', 'happened', 'data', 'people', 'doing', 'asked', 'word', 'law'] as const;
type FactsSection = (typeof FACTS_SECTIONS)[number];

const SECTION_OF: Record<keyof Facts, FactsSection> = {
  incidentType: 'incident',
  noticeId: 'incident',
  title: 'incident',
  markets: 'incident',
  asOf: 'incident',
  detectedAt: 'happened',
  occurred: 'happened',
  howFound: 'happened',
  cause: 'happened',
  dataInvolved: 'data',
  dataNotInvolved: 'data',
  evidenceLooked: 'data',
  likelyConsequences: 'data',
  peopleAffected: 'people',
  cohorts: 'people',
  notAffected: 'people',
  measures: 'doing',
  actions: 'asked',
  platforms: 'asked',
  trustedStores: 'asked',
  interimAdvice: 'asked',
  lastingAdvice: 'asked',
  nextUpdateBy: 'word',
  signedBy: 'word',
  statement: 'word',
  corrections: 'word',
  allowedNames: 'word',
  complainTo: 'law',
  authorities: 'law',
  delayReason: 'law',
  lawEnforcementDelay: 'law',
  creditAgencies: 'law',
  supportOffered: 'law',
  vuln: 'law',
  materiality: 'law',
};

/** The fields of a section, in their order. */
export function fieldsOf(section: FactsSection): string[] {
  return Object.entries(SECTION_OF).flatMap(([field, own]) => (own === section ? [field] : []));
}

/** The section of a field, by its path with points; null for what stands in none. */
export function sectionOf(path: string): FactsSection | null {
  const [field = ''] = path.split('.');
  return (SECTION_OF as Partial<Record<string, FactsSection>>)[field] ?? null;
}

/** The form as a browser sends it, as it is saved. */
export function formText(entries: readonly Entry[]): string {
  const fields = FACTS_SECTIONS.flatMap(fieldsOf);
  const ordered = fields.flatMap((field) => entries.filter(({ path }) => path[0] === field));
  return new URLSearchParams(ordered.map(({ name, shown }) => [name, shown])).toString();
}
