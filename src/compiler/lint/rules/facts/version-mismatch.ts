import { factsProse } from '#compiler/lint/facts-prose.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

const VERSION = /(?<![\p{N}.])\d+(?:\.\d+){1,3}(?![\p{N}]|\.\d)/gu;

export const versionMismatch: Rule = {
  id: 'facts/version-mismatch',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  on: NOTICES,
  *check({ text, facts, book, locale }) {
    const fixed = facts?.platforms.flatMap(({ fixedVersion }) => fixedVersion ?? []) ?? [];
    if (!facts || fixed.length === 0) return;
    const { affectedVersions = '', fixedIn = '' } = facts.vuln ?? {};
    const known = new Set([
      ...fixed,
      ...(`${affectedVersions} ${fixedIn}`.match(VERSION) ?? []),
      ...factsProse(facts, locale).flatMap(({ value }) => value.match(VERSION) ?? []),
    ]);
    for (const sentence of text.sentences) {
      // Which versions have the fault is not in the facts.
      if (!book.has('version', sentence.text) || book.has('olderVersion', sentence.text)) continue;
      for (const { 0: version, index } of sentence.text.matchAll(VERSION)) {
        if (known.has(version)) continue;
        const from = sentence.from + index;
        const at = { passage: sentence.passage, from, to: from + version.length };
        yield { at, message: `The text says version ${quoted(at)}, and incident.yaml says ${fixed.join(', ')}. Correct one of them.` };
      }
    }
  },
};
