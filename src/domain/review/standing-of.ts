import { createHash } from 'node:crypto';
import type { CheckResult } from '#compiler/folder/check-result.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import type { Standing } from '#domain/publishing/approved/standing.ts';

/** Of the words that a finding is about, in characters: enough to know them again. */
const MAX_WORDS = 80;

/** What of a verdict can go to a second person, in the order of the text, and what can't. */
export function standingOf({ findings, source }: Pick<CheckResult, 'findings' | 'source'>): { final: Finding[]; standing: Standing[] } {
  const lines = (source?.source ?? '').split(/\r\n|\r|\n/);
  const standing = findings
    .filter((finding) => !isFinal(finding))
    .map(({ rule, severity, line, column, message, of }) => {
      const words = of === 'facts' ? '' : (lines[line - 1] ?? '').slice(column - 1, column - 1 + MAX_WORDS).trim();
      return { rule, severity, line, column, words, message, request: null };
    });
  return { final: findings.filter(isFinal), standing };
}

/** By what somebody names the findings that they saw: SHA-256 (hex); empty where there are none. */
export function nameOfStanding(standing: readonly Standing[]): string {
  return standing.length === 0 ? '' : createHash('sha256').update(JSON.stringify(standing)).digest('hex');
}
