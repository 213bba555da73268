import { containersOf, type Fence, fenceOf } from './fences.ts';
import type { Finding } from './finding.ts';
import { withoutCode } from './without-code.ts';

/** Quotes and lists inside each other, open brackets, braces or elements. The parser's time grows with the square of these. */
const MAX_DEPTH = 24;
/** Columns of indentation: deeper lists than MAX_DEPTH. */
const MAX_INDENT = 120;

/** Bounds how deep the parts of a post stand inside each other, before a parser sees it. Code and plain signs in words have no depth. Linear in its length. */
export function checkNesting(body: string): Finding[] {
  let elements = 0;
  /** A program or a value over several lines has begun: the parser sees no code from here on, and the post is refused for it anyway. */
  let program = false;
  let paragraph: string[] = [];
  let fence: Fence | null = null;

  /** Where in the paragraph that ends here the depth is passed, or null. */
  const passed = (): number | null => {
    const words = paragraph.join('\n');
    paragraph = [];
    const text = program ? words : withoutCode(words);
    let open = 0;
    let tag = false;
    let quote: string | null = null;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (quote !== null) {
        if (character === '\n') program = true;
        if (character === quote) quote = null;
        continue;
      }
      if (tag && (character === '"' || character === "'")) quote = character;
      else if (character === '\\') at += 1;
      else if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') open = Math.max(0, open - 1);
      else if (character === '<' && /[\p{L}$_/>]/u.test(text[at + 1] ?? '')) {
        elements += text[at + 1] === '/' ? -1 : 1;
        tag = true;
      } else if (character === '/' && text[at + 1] === '>') elements -= 1;
      else if (character === '>') tag = false;
      if (elements < 0) elements = 0;
      if (open > MAX_DEPTH || elements > MAX_DEPTH) return at;
      if (character === '{') program = true;
    }
    if (quote !== null || /^(?:import|export)\b/m.test(text)) program = true;
    return null;
  };

  const lines = body.split(/\r\n|\r|\n/);
  for (const [index, line] of [...lines, ''].entries()) {
    if (fence?.holds(line)) continue;
    fence = null;
    const containers = containersOf(line);
    // Each of these ends a paragraph, and with it every bracket in it.
    const ends = line.trim() === '' || /[-+*]/.test(containers) || /^ {0,3}#{1,6}[ \t]/.test(line);
    const opened = fenceOf(line);
    if (ends || opened) {
      const first = index - paragraph.length;
      const words = paragraph.join('\n');
      const at = passed();
      if (at !== null) {
        const before = words.slice(0, at).split('\n');
        return tooDeep(first + before.length, (before.at(-1)?.length ?? 0) + 1);
      }
    }
    if (opened && !program) {
      fence = opened;
      continue;
    }
    if ((containers.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0) > MAX_DEPTH) return tooDeep(index + 1, 1);
    if ((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0) > MAX_INDENT) return tooDeep(index + 1, 1);
    paragraph.push(line);
  }
  return [];
}

function tooDeep(line: number, column: number): Finding[] {
  const message = `Quotes, lists, brackets or elements stand more than ${MAX_DEPTH} deep here. Make the text flatter.`;
  return [{ rule: 'mdx/too-deep', severity: 'error', line, column, message }];
}
