import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostKind } from '#compiler/text/front-matter.ts';
import type { Renderer } from './renderer.ts';
import { note } from '#tests/support/content/note.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

const render = (source: string, kind: PostKind = 'note') =>
  renderer.render({ source, locale: 'en', kind, facts: null, site: null, folder: import.meta.dirname });

/** Body → rule and place of its error; bodies begin in line 8. */
const BODIES: [name: string, body: string, rule: string, line: number, column: number][] = [
  ['an import', '\nimport fs from "node:fs"\n', 'mdx/import-export', 9, 1],
  ['an export', '\nexport const a = process.env\n', 'mdx/import-export', 9, 1],
  ['a broken export', '\nexport default {\n', 'mdx/import-export', 10, 1],
  ['an expression', 'Text {process.exit(1)} more', 'mdx/expression', 8, 6],
  ['an expression alone', '\n{globalThis.x = 1}\n', 'mdx/expression', 9, 1],
  ['a comment in braces', 'a {/* hidden */} b', 'mdx/expression', 8, 3],
  ['an unfinished expression', 'Text {1 +', 'mdx/expression', 8, 10],
  ['an expression in a heading', '## A {1} b\n\nText.', 'mdx/expression', 8, 6],
  ['an attribute expression', '\n<Note a={process.env}>\n\nx\n\n</Note>', 'mdx/expression', 9, 7],
  ['a spread', '\n<Note {...process.env}>\n\nx\n\n</Note>', 'mdx/expression', 9, 7],
  ['an element in an attribute', '\n<Note a=<b/>>\n\nx\n\n</Note>', 'mdx/attribute', 9, 9],
  ['a script', '\n<script>alert(1)</script>\n', 'mdx/html', 9, 1],
  ['inline HTML', 'a <b>b</b>', 'mdx/html', 8, 3],
  ['an event handler', '<img src="x" onerror="alert(1)" />', 'mdx/html', 8, 1],
  ['a comment', 'a\n\n<!-- hidden -->\n', 'mdx/html', 10, 2],
  ['a fragment', '<>a</>', 'mdx/html', 8, 1],
  ['the element around parts', '<candor-part>a</candor-part>', 'mdx/html', 8, 1],
  ['an unknown component', '<Evil />', 'mdx/unknown-component', 8, 1],
  ['a member of a component', '<Note.constructor />', 'mdx/unknown-component', 8, 1],
  ['a prototype key as component', 'a <constructor /> b', 'mdx/html', 8, 3],
  ['an unknown attribute', '<Note dangerouslySetInnerHTML="x">a</Note>', 'mdx/attribute', 8, 7],
  ['a prototype key as attribute', '<Note __proto__="x">a</Note>', 'mdx/attribute', 8, 7],
  ['a time that is none', '<Time at="tomorrow" />', 'mdx/attribute', 8, 7],
  ['an unclosed component', '<Note>\n\na', 'mdx/unclosed', 8, 1],
  ['a javascript: link', '[go to it](javascript:alert(1))', 'link/scheme', 8, 1],
  ['the same in capitals', '[go to it](JaVaScRiPt:alert(1))', 'link/scheme', 8, 1],
  ['the same with an entity', '[go to it](javascript&#58;alert(1))', 'link/scheme', 8, 1],
  ['the same with a named entity', '[go to it](javascript&colon;alert(1))', 'link/scheme', 8, 1],
  ['the same with a tab', '[go to it](java&Tab;script:alert(1))', 'link/scheme', 8, 1],
  ['the same with a line end', '[go to it](java&#10;script:alert(1))', 'link/scheme', 8, 1],
  ['the same behind a control character', '[go to it](&#1;javascript:alert(1))', 'link/scheme', 8, 1],
  ['the same by reference', '[go to it][x]\n\n[x]: javascript:alert(1)', 'link/scheme', 8, 1],
  ['a data: link', '[go to it](data:text/html;base64,PHNjcmlwdD4=)', 'link/scheme', 8, 1],
  ['a link by the protocol of the page', '[go to it](//evil.example/x)', 'link/scheme', 8, 1],
  ['a link with a backslash', '[go to it](/\\\\evil.example)', 'link/scheme', 8, 1],
  ['an https link without slashes', '[go to it](https:evil.example)', 'link/scheme', 8, 1],
  ['a link with a user name', '[our page](https://tempo.example@evil.example/)', 'link/lookalike', 8, 1],
  ['another host in the words', '[tempo.example](https://evil.example/)', 'link/text-domain-mismatch', 8, 1],
  ['the same in wide letters', '[ｔｅｍｐｏ．ｅｘａｍｐｌｅ](https://evil.example/)', 'link/text-domain-mismatch', 8, 1],
  ['a sign-in link', '[your account](/sign-in)', 'link/sign-in-link', 8, 1],
  ['a link with a token', '[your account](https://tempo.example/a?token=1)', 'link/sign-in-link', 8, 1],
  ['a picture from elsewhere', '![A map](https://evil.example/a.png)', 'image/not-local', 8, 1],
  ['a picture in data', '![A map](data:image/svg+xml,x)', 'image/not-local', 8, 1],
  ['a picture further up', '![A map](../../etc/a.png)', 'image/not-local', 8, 1],
  ['a picture from the top of the site', '![A map](/a.png)', 'image/not-local', 8, 1],
  ['pictures without end', '![A map](a.png) '.repeat(60), 'image/too-many', 8, 641],
  ['a picture without words', '![](a.png)', 'image/alt', 8, 1],
  ['a direction override', 'pay\u202Egnp.exe', 'text/bidi-control', 8, 4],
  ['the same as an entity', 'pay&#x202E;gnp.exe', 'text/bidi-control', 8, 1],
  ['a zero-width space', 'tem\u200Bpo', 'text/invisible', 8, 4],
  ['a joiner between Latin letters', 'tem\u200Dpo', 'text/invisible', 8, 4],
  ['a soft hyphen behind a word', 'tempo\u00AD now', 'text/invisible', 8, 6],
  ['another host in the words with a soft hyphen', '[tem\u00ADpo.example](https://evil.example/)', 'link/text-domain-mismatch', 8, 1],
  ['a soft hyphen in an address', '[our page](https://tempo.example/a\u00ADb)', 'link/scheme', 8, 1],
  ['a selector behind a letter', 'tempo\uFE0F', 'text/invisible', 8, 6],
  ['a control character in an attribute', '<Action cohort="a&#8;b">x</Action>', 'text/invisible', 8, 1],
  ['an override in the language of code', '```a&#x202E;b\nx\n```', 'text/bidi-control', 8, 1],
  ['an escape character', 'tem\u001Bpo', 'text/invisible', 8, 4],
  ['a noncharacter', 'tem\uFFFFpo', 'text/invisible', 8, 4],
  ['a BOM inside', 'tem\uFEFFpo', 'text/invisible', 8, 4],
  ['tag characters', 'a\u{E0041}b', 'text/invisible', 8, 2],
  ['NUL', 'a\0b', 'text/nul', 8, 2],
  ['half of a character', 'a\uD800b', 'text/not-utf-8', 8, 2],
  ['40 KB of quotes', '>'.repeat(40_000), 'mdx/too-deep', 8, 1],
  ['quotes and lists in turn', '> - '.repeat(10_000), 'mdx/too-deep', 8, 1],
  ['deep lists over lines', Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'), 'mdx/too-deep', 69, 1],
  ['open brackets', '['.repeat(40_000), 'mdx/too-deep', 8, 25],
  ['open braces', '{'.repeat(40_000), 'mdx/too-deep', 8, 25],
  ['elements in elements', '<Note>\n'.repeat(1_000), 'mdx/too-deep', 32, 1],
  ['quotes behind a list that held a fence', `- \`\`\`\n${'>'.repeat(40_000)}`, 'mdx/too-deep', 9, 1],
  ['quotes behind a quote that held a fence', `> \`\`\`\n\n${'>'.repeat(40_000)}`, 'mdx/too-deep', 10, 1],
  ['quotes behind a fence that is closed', `\`\`\`\n\`\`\`\n${'>'.repeat(40_000)}`, 'mdx/too-deep', 10, 1],
  ['quotes behind a fence in a program', `{/*\n\`\`\`\n*/}\n\n${'>'.repeat(40_000)}`, 'mdx/too-deep', 12, 1],
  ['quotes behind a fence in a value', `<Note a="\n\`\`\`\n" />\n\n${'>'.repeat(40_000)}`, 'mdx/too-deep', 12, 1],
  ['brackets behind a sign that opens no code', `\\\` ${'['.repeat(40_000)} \``, 'mdx/too-deep', 8, 28],
  ['brackets behind a sign in a value', `<Note a="\`" /> ${'['.repeat(40_000)} \``, 'mdx/too-deep', 8, 40],
  ['5 MB', 'word '.repeat(1024 * 1024), 'text/too-big', 1, 1],
];

/** Whole sources whose front matter is at fault. */
const FRONT: [name: string, source: string, rule: string, line: number][] = [
  ['none', 'Text', 'front-matter/missing', 1],
  ['JavaScript', '---js\n{ title: process.exit(1) }\n---\nText', 'front-matter/missing', 1],
  ['a second one in JavaScript', note('---js\n{ title: process.exit(1) }\n---\n'), 'mdx/expression', 9],
  ['a JavaScript tag', note('').replace('A note', '!!js/function "function(){}"'), 'front-matter/yaml', 2],
  ['an anchor', note('').replace('A note', '&a A note'), 'front-matter/alias', 2],
  ['a bomb of aliases', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\n`, 'front-matter/alias', 2],
  ['a merge key', note('').replace('title: A note', '<<: {title: A note}'), 'front-matter/key', 2],
  ['__proto__', note('').replace('title:', '__proto__: {admin: true}\ntitle:'), 'front-matter/key', 2],
  ['constructor', note('').replace('title:', 'constructor: 1\ntitle:'), 'front-matter/key', 2],
  ['an unknown key', note('').replace('date:', 'role: admin\ndate:'), 'front-matter/unknown-key', 6],
  ['a key twice', note('').replace('date:', 'title: B\ndate:'), 'front-matter/yaml', 6],
  ['a list as key', note('').replace('title:', '? [a]\n: 1\ntitle:'), 'front-matter/key', 2],
  ['deep brackets', note('').replace('A note', '['.repeat(5_000)), 'mdx/too-deep', 2],
  ['a list for a title', note('').replace('A note', '[2014]'), 'front-matter/value', 2],
  ['no title', note('').replace('title: A note\n', ''), 'front-matter/missing', 2],
  ['a slug with a path', note('').replace('a-note', '../a'), 'front-matter/value', 3],
  ['a hidden escape', note('').replace('A note', '"A \\u202e note"'), 'text/bidi-control', 2],
  ['not a mapping', '---\n- a\n---\n', 'front-matter/value', 2],
];

describe('a hostile post is refused at its place', () => {
  it.each(BODIES)('%s', async (_name, body, rule, line, column) => {
    const { findings, rendered } = await render(note(body));
    expect(rendered).toBeNull();
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity: 'error', line, column }));
  });

  it.each(FRONT)('front matter: %s', async (_name, source, rule, line) => {
    const { findings, rendered } = await render(source);
    expect(rendered).toBeNull();
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity: 'error', line }));
  });

  it('leaves the renderer working, and nothing behind in it', async () => {
    const { rendered } = await render(note('Text.'));
    expect(rendered?.lead).toBe('<p>Text.</p>');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe('what only looks hostile is fine', () => {
  const GOOD: [name: string, body: string, html: string][] = [
    ['CRLF', 'One.\r\n\r\nTwo.\r\n', '<p>One.</p><p>Two.</p>'],
    ['a joined emoji', 'A \u{1F469}\u200D\u{1F4BB} b', '\u{1F469}\u200D\u{1F4BB}'],
    ['a keycap', 'Step 1\uFE0F\u20E3', '1\uFE0F\u20E3'],
    ['a sign as text', 'Call \u260E\uFE0E us', '\u260E\uFE0E'],
    ['a flag of a region', 'In \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', '\u{E007F}'],
    ['a rainbow flag', '\u{1F3F3}\uFE0F\u200D\u{1F308}', '\u{1F308}'],
    ['a soft hyphen in a word', 'Daten\u00ADschutz', 'Daten\u00ADschutz'],
    ['a joiner behind the last letter', '1448 ه\u200D.', 'ه\u200D.'],
    ['a variant of an ideograph', '葛\u{E0100}城', '葛\u{E0100}城'],
    ['a non-joiner in Persian', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['escaped braces', 'a \\{b\\}', 'a {b}'],
    ['code with HTML', '`<b>{x}</b>`', '<code>&lt;b&gt;{x}&lt;/b&gt;</code>'],
    ['26 lines of a log', `\`\`\`\n${'<34>1 2026-11-17T14:00:00Z host app - - - text\n'.repeat(26)}\`\`\``, 'host app'],
    ['26 lines of brackets in a list', `- a\n\n  ~~~json\n${'  {[(<a>\n'.repeat(26)}  ~~~`, '{[('],
    ['deep quotes in code', `\`\`\`\n${'>'.repeat(30)} a\n${' '.repeat(130)}b\n\`\`\``, '&gt;&gt;'],
    ['26 comparisons in code', 'Is `a < b`?\n\n'.repeat(26), '<code>a &lt; b</code>'],
    ['26 comparisons in one paragraph', 'Is ``a`<b[{`` so?\n'.repeat(26), 'a`&lt;b[{'],
    ['26 sad faces', 'So :-( it is.\n'.repeat(26), ':-('],
    ['26 half-open ranges', '- from \\[0 to 1), or [0, 1)\n'.repeat(26), '[0, 1)'],
    ['a table', '| A | B |\n|---|---|\n| 1 | 2 |', '<td>1</td>'],
  ];
  it.each(GOOD)('%s', async (_name, body, html) => {
    const { findings, rendered } = await render(note(body));
    expect(findings).toEqual([]);
    expect(rendered?.lead).toContain(html);
  });

  it('a BOM at the beginning', async () => {
    const { findings, frontMatter, rendered } = await render(`\uFEFF${note('Text.')}`);
    expect(findings).toEqual([]);
    expect(frontMatter?.title).toBe('A note');
    expect(rendered?.lead).toBe('<p>Text.</p>');
  });
});
