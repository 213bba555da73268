import type { Phrasebook } from './text/language.ts';
import type { Sentence } from './text/passage.ts';

/** Whether a sentence can say what data was involved: not where people are told what to type, what we never ask for, or where to write. */
export function speaksOfData({ passage, text }: Sentence, book: Phrasebook): boolean {
  if (passage.cohort !== null || passage.section === 'can_do' || passage.section === 'more') return false;
  return !book.has('neverAsk', text) && !book.has('asksFor', text);
}
