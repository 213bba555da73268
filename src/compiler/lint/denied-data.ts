import type { Category } from '#model/facts.ts';
import { before } from './text/near.ts';
import type { Phrasebook } from './text/language.ts';
import type { Sentence, Span } from './text/passage.ts';

/** The kinds of data of which a sentence says that nobody had them. "No other data" leaves out what was named. */
export function deniedData(sentence: Sentence, book: Phrasebook): (Span & { category: Category })[] {
  return book.clauses(sentence).flatMap((clause) => {
    const named = book.categories(clause);
    if (named.length === 0 || book.has('other', clause.text) || book.has('conditions', clause.text)) return [];
    const untouched = book.has('untouched', clause.text);
    return named.filter((span) => untouched || book.has('none', before(span, 2)));
  });
}
