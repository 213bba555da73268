import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Finding } from '../finding.ts';
import { oddities } from '../characters.ts';
import { checkLimits } from '../limits.ts';
import { sourceOffset } from './source-offset.ts';
import { yamlWords } from './yaml-words.ts';
import { checkYamlTokens } from './yaml-tokens.ts';

export interface YamlResult {
  /** Words, lists and mappings as written, null where nothing is; undefined when there are findings. */
  value: unknown;
  findings: Finding[];
  /** Where the value at a path stands, or the nearest one that holds it. */
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Where the letter is written that the words at a path have at an offset. */
  placeIn: (path: readonly PropertyKey[], offset: number) => { line: number; column: number };
}

export interface YamlOptions {
  /** `front-matter`, `facts` or `site`: what the rules begin with. */
  family: string;
  /** Lines of the file before this text. */
  linesBefore?: number;
}

/** In double quotes, one sign: an escape whole, the end of a line among them. */
const SIGN = /\\(?:\r\n|.)|[^\\]+/gs;
/** Escapes that show what they stand for: themselves, a character by its number, and a line that goes on. The others make a path like "C:\temp" lose letters. */
const PLAIN_ESCAPE = /^\\["\\xuU\r\n]/;

const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** Reads YAML as words, lists and mappings: nothing is converted, no aliases, no tags, no merge keys, one document. */
export function readYaml(text: string, { family, linesBefore = 0 }: YamlOptions): YamlResult {
  const limits = checkLimits(text);
  const start = { line: linesBefore + 1, column: 1 };
  const nowhere = { placeOf: () => start, placeIn: () => start };
  if (limits.length > 0) return { value: undefined, findings: limits.map((f) => ({ ...f, line: f.line + linesBefore })), ...nowhere };

  const lines = new LineCounter();
  for (const { index, 0: end } of text.matchAll(/^|\r\n|\r|\n/g)) lines.addNewLine(index + end.length);
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + linesBefore, column: Math.max(1, col) };
  };
  const tokens = checkYamlTokens(text).map(
    ({ rule, offset, message }): Finding => ({
      rule: rule === 'too-deep' ? 'mdx/too-deep' : `${family}/${rule}`,
      severity: 'error',
      ...place(offset),
      message,
    }),
  );
  // Nothing is composed of what is too deep: the composer calls itself.
  if (tokens.length > 0) return { value: undefined, findings: tokens, ...nowhere };

  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', merge: false, uniqueKeys: true, prettyErrors: false });
  const findings: Finding[] = [];
  const refuse = (rule: string, offset: number, message: string) => findings.push({ rule: `${family}/${rule}`, severity: 'error', ...place(offset), message });

  // Behind the first thing that can't be read, all else is read wrongly.
  const [broken] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.pos[0] - b.pos[0]);
  for (const { pos, code } of broken ? [broken] : [...document.errors, ...document.warnings]) refuse('yaml', pos[0], yamlWords(code));
  if (broken) return { value: undefined, findings, ...nowhere };

  visit(document, {
    Alias: (_key, node) => void refuse('alias', node.range?.[0] ?? 0, 'References (*name) are not read. Write the value out.'),
    Node: (_key, node) => {
      // Nothing behind a key is no value, not an empty one.
      if (isScalar(node) && node.type === 'PLAIN' && node.source === '') node.value = null;
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE' && node.range) {
        const [from, end] = node.range;
        const hidden = [...text.slice(from, end).matchAll(SIGN)].find(({ 0: sign }) => sign.startsWith('\\') && !PLAIN_ESCAPE.test(sign));
        // What it makes is no letter of the author's.
        if (hidden) return void refuse('yaml', from + hidden.index, yamlWords('BAD_DQ_ESCAPE'));
      }
      // What an escape like "\\u200b" makes shows only after reading; keys are read by people as well.
      for (const { rule, message } of isScalar(node) && typeof node.value === 'string' ? oddities(node.value, 1) : [])
        findings.push({ rule, severity: 'error', ...place(node.range?.[0] ?? 0), message });
      if ('anchor' in node && node.anchor) refuse('alias', node.range?.[0] ?? 0, 'Anchors (&name) are not read. Remove it.');
      if ('tag' in node && node.tag && node.srcToken && /^!/.test(node.tag))
        refuse('yaml', node.range?.[0] ?? 0, `The tag ${node.tag} is not read. Write plain values.`);
    },
    Pair: (_key, pair) => {
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      if (!isScalar(pair.key)) refuse('key', offset, 'A key must be a plain word.');
      else if (DANGEROUS.has(String(pair.key.value))) refuse('key', offset, `"${String(pair.key.value)}" can't be a key here. Remove it.`);
    },
  });
  if (findings.length > 0) return { value: undefined, findings, ...nowhere };

  const placeOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      const key = path[length - 1];
      const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
      const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      const offset = isScalar(pair?.key) ? pair.key.range?.[0] : (node as { range?: [number, number, number] } | undefined)?.range?.[0];
      if (offset !== undefined) return place(offset);
    }
    return start;
  };
  const placeIn = (path: readonly PropertyKey[], offset: number) => {
    const node = document.getIn(path, true);
    return isScalar<string>(node) && node.range ? place(sourceOffset(node, text, offset)) : placeOf(path);
  };
  return { value: document.toJS({ maxAliasCount: 0 }), findings, placeOf, placeIn };
}
