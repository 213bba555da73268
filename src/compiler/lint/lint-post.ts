import type { Root } from 'mdast';
import type { Finding } from '#compiler/text/finding.ts';
import type { TextKind } from '#compiler/text/front-matter.ts';
import type { Facts, Status } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { lineIndex } from '#compiler/text/line-index.ts';
import { type Figures, figuresOf } from './figures-of.ts';
import { atMostOf, severityOf, waivableOf } from './judged.ts';
import type { Hit, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { fold } from './text/fold.ts';
import { phrasebook } from './text/language.ts';
import { type Head, postText } from './text/post-text.ts';

export interface LintInput {
  tree: Root;
  /** In which the places of the tree count. */
  source: string;
  kind: TextKind;
  locale: Locale;
  facts: Facts | null;
  site: Site | null;
  /** The facts as they are live; null, or left out, where nothing is or nobody knows it. */
  published?: Facts | null;
  /** Null where front matter can't be read. */
  head: LintHead | null;
}

/** What is said of a text above it. */
export interface LintHead extends Head {
  /** Of the incident, or of the update itself; null of a note. */
  status: Status | null;
  /** As it is written. */
  date: string;
  /** An update that another one follows. */
  past: boolean;
}

export interface LintResult {
  /** Of the text; lines, columns and offsets are those of the source. */
  body: Finding[];
  /** Of its title and its summary; those of the value itself. */
  title: Finding[];
  summary: Finding[];
  figures: Figures;
}

/** Judges one text by all rules that are for it. The tree is walked once; it is not changed. */
export function lintPost({ tree, source, kind, locale, facts, site, published = null, head }: LintInput, rules: readonly Rule[] = RULES): LintResult {
  const text = postText(tree, source, head, locale);
  const status = head?.status ?? null;
  const subject = { kind, locale, text, book: phrasebook(locale), facts, site, published, status, date: head?.date ?? null };
  const found: LintResult = { body: [], title: [], summary: [], figures: figuresOf(text, site?.host ?? null) };
  const values = { body: source, title: head?.title ?? '', summary: head?.summary ?? '' };
  const placeIn = { body: lineIndex(values.body), title: lineIndex(values.title), summary: lineIndex(values.summary) };
  for (const rule of rules) {
    if (!rule.on.includes(kind) || (rule.comparesFacts && head?.past)) continue;
    for (const hit of atMostOf(rule, subject)) {
      const { part, from, to } = placeOf(hit);
      const severity = severityOf(rule, hit, status === 'investigating');
      // Where signs of the notation stand between its words, no fix is safe.
      const isPlain = hit.replacement !== undefined && fold(values[part].slice(from, to), subject.book.words).text === wordsAt(hit);
      const fix = isPlain ? { fix: { from, to, text: hit.replacement ?? '' } } : {};
      found[part].push({ rule: rule.id, severity, ...placeIn[part].placeOf(from), message: hit.message, waivable: waivableOf(rule, severity), ...fix });
    }
  }
  return found;
}

function wordsAt({ at }: Hit): string | null {
  return at !== null && 'passage' in at ? at.passage.text.slice(at.from, at.to) : null;
}

function placeOf({ at }: Hit): { part: 'body' | 'title' | 'summary'; from: number; to: number } {
  if (at === null) return { part: 'body', from: 0, to: 0 };
  if (!('passage' in at)) {
    const from = at.position?.start.offset ?? 0;
    return { part: 'body', from, to: from };
  }
  const { passage, from, to } = at;
  const part = passage.kind === 'title' || passage.kind === 'summary' ? passage.kind : 'body';
  // A word ends behind its last letter, wherever the next one stands.
  return { part, from: passage.at[from] ?? 0, to: (passage.at[Math.max(from, to - 1)] ?? 0) + (to > from ? 1 : 0) };
}
