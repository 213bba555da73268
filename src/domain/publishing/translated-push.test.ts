import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proseHash } from '#compiler/text/prose-hash.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { loadEdition } from './load-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';

const NOTE = 'notes/how-we-work';
let database: Awaited<ReturnType<typeof testDatabase>>;
let content: Awaited<ReturnType<typeof writeContent>>;
let ctx: DoorContext;

beforeEach(async () => {
  database = await testDatabase();
  content = await writeContent(sampleFiles());
  const base = testContext(database.db, operator);
  ctx = { ...base, config: { ...base.config, contentDir: content.dir, shiftMs: 0, demo: true } };
});
afterEach(async () => {
  await content.remove();
  await database.close();
});

async function publish(): Promise<string[]> {
  const { texts, site, warnings } = await pushContent(ctx, {});
  await publishContent(ctx, { texts, site });
  return warnings.filter((line) => line.includes('i18n/stale-translation')).map((line) => line.replace(`${content.dir}/`, '').replace(/:\d.*/, ''));
}

async function edit(locale: string, change: (text: string) => string): Promise<void> {
  const path = join(content.dir, `${NOTE}.${locale}.mdx`);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** By language, which one has newer words. */
async function lines() {
  const edition = await loadEdition(database.db, null);
  const texts = edition?.posts.find(({ kind }) => kind === 'note')?.texts ?? {};
  return Object.fromEntries(Object.entries(texts).map(([locale, { newerIn }]) => [locale, newerIn]));
}

const oneMore = (text: string) => `${text}\nOne more line.\n`;

test('translations stand beside the source that they were pushed with; one that is as it was becomes older with the source', async () => {
  expect(await publish()).toEqual([]);
  expect(await lines()).toEqual({ en: null, de: null, ar: null });
  await edit('en', oneMore);
  await edit('ar', oneMore);
  expect(await publish()).toEqual([`${NOTE}.de.mdx`]);
  expect(await lines()).toEqual({ en: null, de: 'en', ar: null });
  await edit('de', oneMore);
  expect(await publish()).toEqual([]);
  expect(await lines()).toEqual({ en: null, de: null, ar: null });
});

test('a date, the slug and the facts make nothing older, and a source that goes back makes its translations current again', async () => {
  await publish();
  await edit('en', (text) => text.replace(/^date:.*$/m, 'date: "2014-05-26"'));
  expect(await publish()).toEqual([]);
  const before = await readFile(join(content.dir, `${NOTE}.en.mdx`), 'utf8');
  await edit('en', oneMore);
  expect(await publish()).toEqual([`${NOTE}.ar.mdx`, `${NOTE}.de.mdx`]);
  await edit('en', () => before);
  expect(await publish()).toEqual([]);
  expect(await lines()).toEqual({ en: null, de: null, ar: null });
});

test('a translation may say which text it translates: it is older while that is another one, whatever else changes in it', async () => {
  await publish();
  const first = await readFile(join(content.dir, `${NOTE}.en.mdx`), 'utf8');
  const naming = (source: string) => (text: string) =>
    text.replace(/^(locale:.*)\n(?:translationOf:.*\n)?/m, `$1\ntranslationOf: ${proseHash(source, 'note').slice(0, 12)}\n`);
  await edit('en', oneMore);
  await edit('de', (text) => oneMore(naming(first)(text)));
  const second = await readFile(join(content.dir, `${NOTE}.en.mdx`), 'utf8');
  await edit('ar', naming(second));
  // The checker says it, and the push.
  expect(await publish()).toEqual([`${NOTE}.de.mdx`, `${NOTE}.de.mdx`]);
  expect(await lines()).toEqual({ en: null, de: 'en', ar: null });
  await edit('de', naming(second));
  expect(await publish()).toEqual([]);
  expect(await lines()).toEqual({ en: null, de: null, ar: null });
});
