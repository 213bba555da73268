/** Elements of a paste that are read; what comes after is left out, and the words of all of it are still there. */
const MAX_NODES = 20_000;
/** How deep lists and quotes of a paste may stand in each other: a post may hold no more. */
const MAX_DEPTH = 6;

/** A paste whose parts mean something, as Markdown; null where it is plain words, or too much to read. Nothing of it is shown or run. */
export function htmlToMarkdown(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const gone of body.querySelectorAll('script, style, head, title, meta, template, iframe, object, svg, noscript')) gone.remove();
  if (body.querySelectorAll('*').length > MAX_NODES) return null;
  if (!body.querySelector('h1, h2, h3, h4, h5, h6, li, a[href], strong, b, em, i, blockquote, table')) return null;
  const written = blocks(body, 0)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return written === '' ? null : `${written}\n`;
}

const BLOCK = /^(?:P|DIV|SECTION|ARTICLE|MAIN|H[1-6]|UL|OL|LI|BLOCKQUOTE|TABLE|HR|PRE)$/;

/** What holds blocks, one below the other. */
function blocks(parent: Element, depth: number): string {
  let written = '';
  let line = '';
  const flush = () => {
    const words = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (words !== '') written += `${words}\n\n`;
  };
  for (const node of parent.childNodes) {
    if (node instanceof Element && (BLOCK.test(node.tagName) || node.querySelector('p, div, h1, h2, h3, h4, h5, h6, ul, ol, table'))) {
      flush();
      written += block(node, depth);
    } else line += inline(node);
  }
  flush();
  return written;
}

function block(element: Element, depth: number): string {
  const heading = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (heading) {
    const words = line(element);
    // The title of a post has a field of its own.
    return words === '' ? '' : `${'#'.repeat(Math.max(2, Number(heading)))} ${words}\n\n`;
  }
  if ((element.tagName === 'UL' || element.tagName === 'OL') && depth < MAX_DEPTH) return `${list(element, depth)}\n`;
  if (element.tagName === 'BLOCKQUOTE' && depth < MAX_DEPTH) return `${indented(blocks(element, depth + 1).trim(), '> ', '> ')}\n\n`;
  if (element.tagName === 'TABLE') return table(element);
  if (element.tagName === 'HR') return '';
  return blocks(element, depth);
}

function list(element: Element, depth: number): string {
  let number = 0;
  let written = '';
  for (const item of element.children) {
    number += 1;
    const mark = element.tagName === 'OL' ? `${number}. ` : '- ';
    const words = blocks(item, depth + 1)
      .trim()
      .replace(/\n\n(?=\s*(?:- |\d+\. ))/g, '\n');
    if (words !== '') written += `${indented(words, mark, ' '.repeat(mark.length))}\n`;
  }
  return written;
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((each, index) => (index === 0 ? first : each === '' ? rest.trimEnd() : rest) + each)
    .join('\n');
}

function table(element: Element): string {
  const rows = [...element.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => line(cell).replaceAll('|', '\\|')));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const written = rows.map((row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`);
  return `${[written[0], `|${' --- |'.repeat(width)}`, ...written.slice(1)].join('\n')}\n\n`;
}

const line = (element: Element) => [...element.childNodes].map(inline).join('').replace(/\s+/g, ' ').trim();

function inline(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? '');
  if (!(node instanceof Element)) return '';
  if (node.tagName === 'BR') return ' ';
  const words = [...node.childNodes].map(inline).join('');
  const bare = words.trim();
  if (bare === '') return words === '' ? '' : ' ';
  const [before, after] = [/^\s/.test(words) ? ' ' : '', /\s$/.test(words) ? ' ' : ''];
  if (node.tagName === 'A') {
    const target = node.getAttribute('href') ?? '';
    return /^(?:https:|mailto:)[^\s<>()]+$/.test(target) ? `${before}[${bare}](${target})${after}` : words;
  }
  // Some word processors wrap everything in a <b> that is not bold.
  const weight = node.getAttribute('style')?.includes('font-weight:normal') ?? false;
  if (/^(?:STRONG|B)$/.test(node.tagName) && !weight) return `${before}**${bare}**${after}`;
  if (/^(?:EM|I)$/.test(node.tagName)) return `${before}*${bare}*${after}`;
  return words;
}

/** Words that would mean something to Markdown or MDX stay words. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}<[\]]/g, '\\$&');
}
