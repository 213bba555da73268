import type { Finding } from './finding.ts';

interface ParserMessage {
  text: string;
  /** Both count from 1. */
  line: number;
  column: number;
}

const KINDS: [pattern: RegExp, rule: string, message: string][] = [
  [/import\/export/i, 'mdx/import-export', 'A post can’t import or export. Remove this line; if it is text, begin the line with another word.'],
  [/before name|U\+0021/i, 'mdx/html', 'Here stands "<" without a component. Comments and addresses in <…> are not part of a post; for the sign itself write "\\<".'],
  [/expression|acorn|spread|attribute value/i, 'mdx/expression', 'Braces begin a program, and a post has none. Write the words themselves, or "\\{" for a brace.'],
  [/closing|unclosed|end-tag|end of file/i, 'mdx/unclosed', 'A component is opened and not closed, or closed and not opened. Close each in the paragraph where it begins.'],
];

/** What the parser could not read, as a finding. Its own words are for programmers. */
export function syntaxFinding({ text, line, column }: ParserMessage): Finding {
  const [, rule, message] = KINDS.find(([pattern]) => pattern.test(text)) ?? [null, 'mdx/syntax', `The text can’t be read from here: ${text.split('\n')[0] ?? ''}`];
  return { rule, severity: 'error', line: Math.max(1, line), column: Math.max(1, column), message };
}
