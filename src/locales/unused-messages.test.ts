import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesOf } from '#tests/support/locales/messages-of.ts';

const source = ['app', 'src']
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

/** Keys that are put together where they are used, as `account.tone.${tone}`: a slot stands for one name. */
const patterns = [...source.matchAll(/`([a-zA-Z]+\.[\w.]*(?:\$\{[^`{}]*\}[\w.]*)+)`/g)].map(([, template = '']) => {
  return new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`);
});

test('every message is used', () => {
  const unused = [...messagesOf('en').keys()].filter((key) => !source.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
  expect(patterns.length).toBeGreaterThan(15);
  expect(unused).toEqual([]);
});
