import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const shell = 'src/documents/shell';
const css = ['src/ui/styles/colours.css', join(shell, 'styles.css'), ...readdirSync(join(shell, 'styles')).map((name) => join(shell, 'styles', name))]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/@(?:layer|import|source)[^{;]*;/g, '');
const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim()).filter((selector) => !selector.startsWith('@'));

const source = ['src/ui', 'src/documents']
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(tsx?|js)$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

test('every class that the stylesheet names is given to an element', () => {
  const named = new Set(selectors.flatMap((selector) => selector.match(/(?<=\.)[a-z][\w-]*/g) ?? []));
  // Classes stand in quotes, on a line that says so: `className="…"`, `const TONE_CLASS = …`.
  const written = source.match(/^.*class.*$/gim) ?? [];
  const given = new Set(written.flatMap((line) => line.match(/(["'`]).*?\1/g) ?? []).flatMap((text) => text.match(/[a-z][\w-]*/g) ?? []));
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter((name) => !given.has(name))).toEqual([]);
});

test('every colour that the stylesheet defines is used in it', () => {
  const defined = new Set(css.match(/--color-[a-z-]+(?=:)/g));
  expect(defined.size).toBeGreaterThan(10);
  expect([...defined].filter((name) => !css.includes(`var(${name})`))).toEqual([]);
});
