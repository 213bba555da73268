import type { Gap } from '#compiler/facts-form/facts-gaps.ts';
import type { Translate } from '#ui/translate.ts';
import { fieldLabel } from './field-words.ts';
import { FACTS_SECTIONS, sectionOf } from './sections.ts';

interface GapInWords {
  /** By its path with points; empty where it has no field. */
  field: string;
  kind: Gap['kind'];
  label: string;
  text: string;
}

/** What stands between facts and their review, for people. */
export interface GapsInWords {
  /** What one would say on the phone. */
  title: string;
  isWhole: boolean;
  /** `said`: how much of it is open. */
  sections: { name: string; said: string; gaps: GapInWords[] }[];
}

export function gapsInWords(gaps: readonly Gap[], t: Translate): GapsInWords {
  const isWhole = gaps.every(({ kind }) => kind === 'unknown' || kind === 'advice');
  const groups = [...FACTS_SECTIONS, null].map((section) => {
    const own = gaps.filter(({ field }) => sectionOf(field) === section);
    return {
      name: section === null ? t('facts.section.whole') : t(`facts.section.${section}`),
      said: countsInWords(own, t),
      gaps: own.map((gap) => inWords(gap, t)),
    };
  });
  const title = [...(isWhole ? [t('facts.title.whole')] : []), countsInWords(gaps, t)].join(' ').trim();
  return { title, isWhole, sections: groups.filter(({ gaps: own }) => own.length > 0) };
}

function countsInWords(gaps: readonly Gap[], t: Translate): string {
  const counted = (['missing', 'wrong', 'advice', 'unknown'] as const).map((kind) => ({ kind, n: gaps.filter((gap) => gap.kind === kind).length }));
  return counted.flatMap(({ kind, n }) => (n === 0 ? [] : [t(`facts.title.${kind}`, { n })])).join(' ');
}

function inWords({ field, kind, message }: Gap, t: Translate): GapInWords {
  return { field, kind, label: labelOf(field, t), text: message ?? t(`facts.gap.${kind}`) };
}

/** With the number of the item, where it stands in a list. */
function labelOf(field: string, t: Translate): string {
  const path = field.split('.');
  if (sectionOf(field) === null) return '';
  const last = path.findLastIndex((key) => !/^\d+$/.test(key));
  const words = path.flatMap((key, index) => {
    if (/^\d+$/.test(key)) return [String(Number(key) + 1)];
    return index === 0 || index === last ? [fieldLabel(t, path.slice(0, index + 1))] : [];
  });
  return words.join(' › ');
}
