import type { Content } from './content.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { CheckResult } from './check-result.ts';

/** Incidents whose newest update is not `resolved` promise when we speak next: path of `incident.yaml` → findings. */
export function missingPromises({ incidents }: Content, posts: readonly CheckResult[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const { slug, path, facts } of incidents) {
    const updates = posts.flatMap(({ source, result }) =>
      source?.kind === 'update' && source.incidentSlug === slug && result?.frontMatter ? [result.frontMatter] : [],
    );
    const newest = updates.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date)).at(-1);
    // An update that can't be read may be the one that resolves it.
    if (posts.some(({ source, result }) => source?.kind === 'update' && source.incidentSlug === slug && !result?.frontMatter)) continue;
    if (!facts || facts.nextUpdateBy || newest?.status === 'resolved') continue;
    const message = 'The incident is not resolved, and nextUpdateBy is missing. Say when you will speak next, even if there will be nothing new.';
    found.set(path, [{ rule: 'facts/next-update', severity: 'error', line: 1, column: 1, message }]);
  }
  return found;
}
