import { CST, Lexer } from 'yaml';

/** Lists and mappings inside each other on one line or in brackets. The composer calls itself for each. */
const MAX_DEPTH = 24;
/** Columns of indentation: a block stands at least one column deeper than the one that holds it. */
const MAX_INDENT = 120;

export interface TokenProblem {
  rule: 'comment' | 'too-deep';
  offset: number;
  message: string;
}

const COMMENT = 'From " #" on, YAML reads a comment, and nobody would see it. Put the value in quotes, or the comment on a line of its own.';
const CONTINUED = 'This line begins with "#" and stands where the value above it would go on, so nobody would see it. Put the value in quotes or below ">-".';
const DEEP = `Lists or mappings stand more than ${MAX_DEPTH} deep here. Make them flatter.`;

/** What the tokens of a YAML text show before anything is composed from them: words that a comment swallows, and nesting. Linear in its length. */
export function checkYamlTokens(text: string): TokenProblem[] {
  const problems: TokenProblem[] = [];
  let offset = 0;
  let flow = 0;
  let markers = 0;
  let lineStart = 0;
  /** Column from which a line would go on with the last plain value; null when none is open. */
  let goesOnFrom: number | null = null;
  let plain = false;
  for (const token of new Lexer().lex(text)) {
    const kind: CST.TokenType | 'value' | null = plain ? 'value' : CST.tokenType(token);
    plain = kind === 'scalar';
    // These stand for a place and are not in the text.
    if (plain || kind === 'doc-mode' || kind === 'flow-error-end') continue;
    const column = offset - lineStart;
    if (kind === 'comment') {
      const alone = text.slice(lineStart, offset).trim() === '';
      if (!alone) problems.push({ rule: 'comment', offset, message: COMMENT });
      else if (goesOnFrom !== null && column >= goesOnFrom) problems.push({ rule: 'comment', offset, message: CONTINUED });
    } else if (kind === 'flow-map-start' || kind === 'flow-seq-start') flow += 1;
    else if (kind === 'flow-map-end' || kind === 'flow-seq-end') flow = Math.max(0, flow - 1);
    else if (kind === 'seq-item-ind' || kind === 'explicit-key-ind' || kind === 'map-value-ind') markers += 1;
    const indent = kind === 'space' && column === 0 ? token.replaceAll('\t', '    ').length : 0;
    if (flow > MAX_DEPTH || (flow === 0 && markers > MAX_DEPTH) || indent > MAX_INDENT) return [...problems, { rule: 'too-deep', offset, message: DEEP }];
    if (kind === 'value') goesOnFrom = /[\r\n]$/.test(token) ? null : continuationOf(text.slice(lineStart, offset));
    else if (kind !== 'comment' && kind !== 'newline' && kind !== 'space') goesOnFrom = null;
    offset += token.length;
    if (/[\r\n]/.test(token)) {
      lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
      markers = 0;
    }
  }
  return problems;
}

/** A value goes on in lines that stand deeper than its key or its "-"; `before` is what stands before it on its line. */
function continuationOf(before: string): number {
  const list = /^[ ]*(?:- +)*/.exec(before)?.[0] ?? '';
  if (list !== before) return list.length + 1;
  const marker = before.lastIndexOf('-');
  return marker === -1 ? before.length : marker + 1;
}
