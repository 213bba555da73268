import type { Status } from '#model/facts.ts';
import type { Content } from '../content.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { CheckResult } from '../check-result.ts';

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
    if (!facts || newest?.status === 'resolved') continue;
    if (facts.nextUpdateBy) {
      const finding = judgePromise(facts.nextUpdateBy, newest);
      if (finding) found.set(path, [finding]);
      continue;
    }
    const message = 'The incident is not resolved, and nextUpdateBy is missing. Say when you will speak next, even if there will be nothing new.';
    found.set(path, [{ rule: 'facts/next-update', severity: 'error', line: 1, column: 1, message }]);
  }
  return found;
}

/** Milliseconds within which people hear from us again. */
const HOUR = 3_600_000;
const SOON: Partial<Record<Status, { within: number; words: string }>> = {
  investigating: { within: 24 * HOUR, words: '24 hours' },
  monitoring: { within: 7 * 24 * HOUR, words: 'seven days' },
};

/** A promise beside the newest update: not before it, and not long after. Whether it was kept is no matter of the text. */
function judgePromise(nextUpdateBy: string, newest: { date: string; status?: Status } | undefined): Finding | null {
  if (!newest) return null;
  const ahead = Date.parse(nextUpdateBy) - Date.parse(newest.date);
  const place = { line: 1, column: 1 };
  if (ahead <= 0) {
    const message = `nextUpdateBy (${nextUpdateBy}) is not after the newest update (${newest.date}), so nobody knows when you speak next. Give the next time.`;
    return { rule: 'next-update/overdue', severity: 'error', ...place, message };
  }
  const soon = newest.status && SOON[newest.status];
  if (!soon || ahead <= soon.within) return null;
  const message = `While the status is "${newest.status}", people want to hear from you within ${soon.words} of the newest update. Give an earlier time.`;
  return { rule: 'next-update/too-far', severity: 'warning', ...place, message, waivable: 'tick' };
}
