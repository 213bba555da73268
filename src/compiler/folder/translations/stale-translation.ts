import type { CheckResult } from '#compiler/folder/check-result.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { proseHash } from '#compiler/text/prose-hash.ts';
import { DEFAULT_LOCALE } from '#paths';

/** Of a hash, as an author writes it. */
const WRITTEN = 12;

/** Translations that say which text they translate, where that text has other words by now: path → finding. */
export function staleTranslations(posts: readonly CheckResult[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const groups = Map.groupBy(posts, ({ source }) => (source ? `${source.kind} ${source.incidentSlug ?? ''} ${source.slug}` : ''));
  for (const group of groups.values()) {
    const original = group.find(({ source }) => source?.locale === DEFAULT_LOCALE)?.source;
    if (!original) continue;
    const hash = proseHash(original.source, original.kind);
    for (const { file, source, result } of group) {
      const named = result?.frontMatter?.translationOf;
      if (!source || source === original || named === undefined || hash.startsWith(named)) continue;
      const line = source.source.split(/\r\n|\r|\n/).findIndex((text) => text.startsWith('translationOf:')) + 1;
      const message = `This translates an older text in "${DEFAULT_LOCALE}". Translate what changed there, then write "translationOf: ${hash.slice(0, WRITTEN)}".`;
      found.set(file, [{ rule: 'i18n/stale-translation', severity: 'warning', line: Math.max(1, line), column: 1, message, waivable: 'tick' }]);
    }
  }
  return found;
}
