import type { Figures } from '#compiler/lint/figures-of.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { DEFAULT_LOCALE } from '#paths';
import type { CheckResult } from '#compiler/folder/check-result.ts';

/** Of one text: the first tell enough. */
const MOST_NAMED = 5;

const KINDS: Record<keyof Figures, string> = { numbers: 'number', moments: 'date', links: 'link', components: 'component' };

/** Numbers, dates, links and components that one language of an advisory or an update has and another one has not: path → findings, said of the language that was translated. */
export function factDrift(posts: readonly CheckResult[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const groups = Map.groupBy(posts, ({ source }) => (source ? `${source.kind} ${source.incidentSlug ?? ''} ${source.slug}` : ''));
  for (const group of groups.values()) {
    const original = group.find(({ source }) => source?.locale === DEFAULT_LOCALE);
    const told = original?.result?.figures;
    if (!told) continue;
    for (const { file, source, result } of group) {
      if (!source || source.kind === 'note' || !result?.figures || source.locale === DEFAULT_LOCALE) continue;
      found.set(
        file,
        (Object.keys(KINDS) as (keyof Figures)[]).flatMap((kind) => drifted(kind, told[kind], result.figures?.[kind] ?? [])),
      );
    }
  }
  return found;
}

function drifted(kind: keyof Figures, original: readonly string[], translated: readonly string[]): Finding[] {
  const missing = original.filter((figure) => !translated.includes(figure));
  const added = translated.filter((figure) => !original.includes(figure));
  if (missing.length + added.length === 0) return [];
  const list = (figures: string[]) => figures.slice(0, MOST_NAMED).join(', ');
  const parts = [...(missing.length > 0 ? [`${list(missing)} stands only there`] : []), ...(added.length > 0 ? [`${list(added)} only here`] : [])];
  const message = `A ${KINDS[kind]} differs from the text in "${DEFAULT_LOCALE}": ${parts.join(', ')}. Make them the same${kind === 'numbers' ? ', or write it as a word in both' : ''}.`;
  return [{ rule: 'i18n/fact-drift', severity: 'error', line: 1, column: 1, message, waivable: 'reason' }];
}
