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
  sections: { name: string; gaps: GapInWords[] }[];
}

export function gapsInWords(gaps: readonly Gap[], t: Translate): GapsInWords {
  const count = (kind: Gap['kind']) => gaps.filter((gap) => gap.kind === kind).length;
  const counts = { missing: count('missing'), wrong: count('wrong'), unknown: count('unknown') };
  const isWhole = counts.missing + counts.wrong === 0;
  const said = (Object.keys(counts) as Gap['kind'][]).flatMap((kind) => (counts[kind] === 0 ? [] : [t(`facts.title.${kind}`, { n: counts[kind] })]));
  const groups = [...FACTS_SECTIONS, null].map((section) => {
    const own = gaps.filter(({ field }) => sectionOf(field) === section);
    return { name: section === null ? t('facts.section.whole') : t(`facts.section.${section}`), gaps: own.map((gap) => inWords(gap, t)) };
  });
  return { title: [...(isWhole ? [t('facts.title.whole')] : []), ...said].join(' '), isWhole, sections: groups.filter(({ gaps: own }) => own.length > 0) };
}

function inWords({ field, kind, message }: Gap, t: Translate): GapInWords {
  return { field, kind, label: labelOf(field, t), text: message ?? t(`facts.gap.${kind}`) };
}

/** With the number of the item, where it stands in a list. */
function labelOf(field: string, t: Translate): string {
  const path = field.split('.');
  if (sectionOf(field) === null) return '';
  const words = path.flatMap((key, index) => {
    if (/^\d+$/.test(key)) return [String(Number(key) + 1)];
    return index === 0 || index === path.length - 1 ? [fieldLabel(t, path.slice(0, index + 1))] : [];
  });
  return words.join(' › ');
}
