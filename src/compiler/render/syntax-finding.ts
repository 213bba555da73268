import type { Finding } from '#compiler/text/finding.ts';

interface ParserMessage {
  text: string;
  /** Counts from 1. Without one, the text may name it: "(8:1-8:7)". */
  place: { line: number; column: number } | null;
}

const KINDS: [pattern: RegExp, rule: string, message: string][] = [
  [/import\/export/i, 'mdx/import-export', 'A post can’t import or export. Remove this line; if it is text, begin the line with another word.'],
  [
    /before (?:local )?name|U\+0021/i,
    'mdx/html',
    'Here stands "<" without a component. Comments and addresses in <…> are not part of a post; for the sign itself write "\\<".',
  ],
  [/attribute value/i, 'mdx/attribute', 'The value of an attribute stands in quotes.'],
  [/expression|acorn|spread/i, 'mdx/expression', 'Braces begin a program, and a post has none. Write the words themselves, or "\\{" for a brace.'],
  [
    /closing|unclosed|end-tag|end of file/i,
    'mdx/unclosed',
    'A component is opened and not closed, or closed and not opened. Close each in the paragraph where it begins.',
  ],
];

/** What the parser could not read, as a finding. Its own words are for programmers. */
export function syntaxFinding({ text, place }: ParserMessage): Finding {
  const [, named, at] = /\((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(text) ?? [];
  const { line, column } = place ?? { line: Number(named ?? 1), column: Number(at ?? 1) };
  const [, rule, message] = KINDS.find(([pattern]) => pattern.test(text)) ?? [
    null,
    'mdx/syntax',
    'The text can’t be read from here. Look for a sign that begins something, such as "<" or "{", and write "\\" before it.',
  ];
  return { rule, severity: 'error', line: Math.max(1, line), column: Math.max(1, column), message };
}
