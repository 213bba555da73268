import type { Finding } from '#compiler/text/finding.ts';

/** What is wrong with the facts of an incident, as a verdict of its text says it: it has no line there. */
export function ofFacts({ line, column, message, ...finding }: Finding): Finding {
  return { ...finding, line: 1, column: 1, message: `incident.yaml, ${line}:${column}: ${message}`, of: 'facts' };
}
