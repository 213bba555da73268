import { type Facts, factsOf } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import { VERSION } from '#model/version.ts';
import { lintFacts } from '#compiler/lint/lint-facts.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import { factsPlaceholders } from './facts-placeholders.ts';
import { futureDate } from './future-date.ts';
import { oneLine } from '#compiler/text/one-line.ts';
import { readAs } from '#compiler/text/yaml/read-as.ts';

/** How facts are written. What is stored may be older than these rules, and is read without them. */
const written = factsOf(oneLine);

/**
 * Reads `incident.yaml`: the schema, then what the fields say about each other and about the time `now`, then their sentences, by the lint of posts.
 * `facts` is null when there is an error that nobody may let stand.
 */
export function readFacts(source: string, now: Date, site: Site | null): { facts: Facts | null; findings: Finding[] } {
  const { data: facts, findings, placeOf, placeIn } = readAs(source, written, { family: 'facts' });
  const placeholders = factsPlaceholders(source);
  // What the schema says of a value that is not there yet says nothing more.
  const more = findings.filter(({ line, column }) => !placeholders.some((placeholder) => placeholder.line === line && placeholder.column === column));
  if (!facts || placeholders.length > 0) return { facts: null, findings: [...placeholders, ...more] };
  const report = (rule: string, path: PropertyKey[], message: string) => findings.push({ rule, severity: 'error', ...placeOf(path), message });
  for (const [index, { category }] of facts.dataNotInvolved.entries()) {
    if (facts.dataInvolved.some((involved) => involved.category === category)) {
      report(
        'facts/contradiction',
        ['dataNotInvolved', index, 'category'],
        `"${category}" stands in dataInvolved too. It was either involved or not: remove one.`,
      );
    }
  }
  const names = facts.cohorts.map((cohort) => cohort.name);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) report('facts/duplicate-cohort', ['cohorts', index, 'name'], `There are two cohorts "${name}". Rename one.`);
  }
  for (const [index, action] of facts.actions.entries()) {
    if (!names.includes(action.cohort)) {
      report(
        'facts/unknown-cohort',
        ['actions', index, 'cohort'],
        `No cohort is called "${action.cohort}". ${names.length > 0 ? `There are ${names.join(', ')}.` : 'Add it to cohorts.'}`,
      );
    }
    if (action.rollout && Date.parse(action.rollout.startsAt) > Date.parse(action.rollout.endsAt))
      report('time/order', ['actions', index, 'rollout'], 'The rollout ends before it begins. Exchange the two times.');
  }
  const upgrades = facts.platforms.some(({ action }) => action === 'upgrade') || facts.actions.some(({ kind }) => kind === 'upgrade_app');
  if (upgrades && facts.trustedStores.length === 0) {
    report('action/untrusted-store', ['trustedStores'], 'An upgrade is asked for, and trustedStores names no place to get it. Add the stores.');
  }
  if (!facts.vuln && (facts.incidentType === 'vulnerability' || facts.incidentType === 'upgrade_required'))
    report(
      'facts/no-fault',
      ['incidentType'],
      'Of a fault of ours people want to know which versions have it, which has it no more, and whether it was used. Add vuln.',
    );
  for (const [index, { fixedVersion }] of facts.platforms.entries()) {
    if (fixedVersion !== undefined && !VERSION.test(fixedVersion))
      report('facts/value', ['platforms', index, 'fixedVersion'], `"${fixedVersion}" is no version. Write its numbers, like 1.10.2.`);
  }
  if (Date.parse(facts.occurred.from) > Date.parse(facts.occurred.to))
    report('time/order', ['occurred'], 'The incident ends before it begins. Exchange from and to.');
  if (Date.parse(facts.evidenceLooked.from) > Date.parse(facts.evidenceLooked.to))
    report('time/order', ['evidenceLooked'], 'You looked until before you began. Exchange from and to.');
  if (Date.parse(facts.detectedAt) > Date.parse(facts.asOf))
    report('time/order', ['asOf'], 'These facts are as of a time before the incident was detected. Correct asOf or detectedAt.');
  for (const [path, date] of pastDates(facts)) {
    const message = futureDate(date, now);
    if (message) report('time/future', path, message);
  }
  for (const { path, offset, ...said } of lintFacts(facts, site)) findings.push({ ...said, ...placeIn(path, offset) });
  return { facts: findings.some(isFinal) ? null : facts, findings };
}

/** The times of what is told as having happened; plans, deadlines and promises lie ahead. */
function pastDates(facts: Facts): [path: PropertyKey[], date: string][] {
  return [
    [['asOf'], facts.asOf],
    [['detectedAt'], facts.detectedAt],
    [['occurred', 'from'], facts.occurred.from],
    [['occurred', 'to'], facts.occurred.to],
    [['evidenceLooked', 'from'], facts.evidenceLooked.from],
    [['evidenceLooked', 'to'], facts.evidenceLooked.to],
    [['peopleAffected', 'asOf'], facts.peopleAffected.asOf],
    ...facts.measures.flatMap(({ state, at }, index): [PropertyKey[], string][] => (state === 'planned' ? [] : [[['measures', index, 'at'], at]])),
    ...facts.corrections.map(({ at }, index): [PropertyKey[], string] => [['corrections', index, 'at'], at]),
  ];
}
