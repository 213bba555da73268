import type { LintWords } from '#locales/lint-words.ts';
import { fold } from './fold.ts';
import type { Sentence } from './passage.ts';

/** Words that stand in no post, as a sentence that can be asked about. */
export function sentenceOf(words: string, language: LintWords): Sentence {
  const folded = fold(words, language);
  const passage = { ...folded, kind: 'prose' as const, level: null, lead: false, section: null, under: '', cohort: null };
  return { passage, from: 0, to: folded.text.length, text: folded.text };
}
