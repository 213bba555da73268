import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestSource } from '#domain/posts/newest-source.ts';
import { type SavedText, saveTexts, type Text } from '#domain/posts/save-texts.ts';
import { saveTranslated } from '#domain/posts/save-translated.ts';
import { loadPosts } from '#domain/publishing/load-posts.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { LOCALES, type Locale } from '#paths';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { olderTexts } from './older-texts.ts';

let database: TestDatabase;
let site: number;
beforeAll(async () => {
  database = await testDatabase();
  ({ id: site } = await database.db.siteRevision.create({ data: { json: sampleSite, hash: 'site', createdAt: new Date() } }));
});
afterAll(() => database.close());

type Step =
  | { act: 'submit'; locale: Locale; words: string; day: number; follow: boolean }
  | { act: 'push'; words: Record<Locale, string>; day: number }
  | { act: 'publish'; locale: Locale };

/** A revision as the model knows it. */
interface Written {
  id: number;
  locale: Locale;
  words: string;
  follows: Written | null;
  counts: boolean;
}

interface Model {
  slug: string;
  written: Written[];
  /** What each edition published of this text. */
  editions: { number: number; live: Map<Locale, Written> }[];
}

const words = fc.constantFrom('one', 'two', 'three');
const locale = fc.constantFrom(...LOCALES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('submit' as const), locale, words, day: fc.integer({ min: 1, max: 2 }), follow: fc.boolean() }),
  fc.record({ act: fc.constant('push' as const), words: fc.record({ en: words, de: words, ar: words }), day: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ act: fc.constant('publish' as const), locale }),
);

const newestIn = ({ written }: Model, of: Locale) => written.findLast((one) => one.locale === of);
const last = ({ editions }: Model) => editions.at(-1)?.live ?? new Map<Locale, Written>();

/** Whether words that follow `named` are older than what is the newest of `those`. */
function isOlder(named: Written | null, those: readonly Written[]): boolean {
  const newest = named && those.findLast((one) => one.locale === named.locale && one.id > named.id);
  return newest !== null && newest !== undefined && newest.words !== named?.words;
}

function textOf(slug: string, of: Locale, said: string, day: number): Text {
  const source = `---\ntitle: ${said}\nslug: ${slug}\nsummary: Said.\nlocale: ${of}\ndate: 2026-01-0${day}\n---\n\nIt is ${said}.\n`;
  return { kind: 'note', slug, incidentId: null, update: null, locale: of, source, sourceHash: `${of} ${said} ${day}` };
}

/** Keeps what was saved; the model takes only ids from the database. */
function remember(model: Model, of: Locale, said: string, { revision, isNew }: SavedText, follows: Written | null, counts: boolean): Written {
  const known = model.written.find(({ id }) => id === revision);
  if (known) {
    known.counts ||= counts;
    return known;
  }
  expect(isNew).toBe(true);
  const made = { id: revision, locale: of, words: said, follows, counts };
  model.written.push(made);
  return made;
}

async function play(model: Model, step: Step): Promise<void> {
  const { db } = database;
  const now = new Date();
  if (step.act === 'submit') {
    const post = await db.post.findFirst({ where: { slug: model.slug } });
    // Only the default language is a source here: it is there from the first push on.
    const counted = model.written.filter((one) => one.locale === 'en' && one.counts).at(-1) ?? null;
    const before = newestIn(model, step.locale)?.follows ?? null;
    const follows = step.locale === 'en' ? null : step.follow ? counted : (before ?? counted);
    if (post)
      expect((await newestSource(db, { postId: post.id, updateId: null, locale: step.locale }))?.id).toBe(step.locale === 'en' ? undefined : counted?.id);
    const text = { ...textOf(model.slug, step.locale, step.words, step.day), ...(follows && { follows: { revision: follows.id, renewed: true } }) };
    const [saved] = await db.$transaction((tx) => saveTexts(tx, [text], now));
    const made = remember(model, step.locale, step.words, saved as SavedText, follows, true);
    const rendering = await renderingOf(text);
    await db.submission.create({ data: { revisionId: made.id, renderingId: rendering, authorId: 1n, at: now, state: 'waiting' } });
  } else if (step.act === 'push') {
    const texts = LOCALES.map((of) => textOf(model.slug, of, step.words[of], step.day));
    const saved = await db.$transaction((tx) => saveTranslated(tx, texts, now));
    const source = remember(model, 'en', step.words.en, saved[0] as SavedText, null, false);
    for (const [index, of] of LOCALES.entries()) if (index > 0) remember(model, of, step.words[of], saved[index] as SavedText, source, false);
  } else {
    const due = newestIn(model, step.locale);
    if (!due || last(model).get(step.locale) === due) return;
    const { source, sourceHash } = await db.revision.findUniqueOrThrow({ where: { id: due.id } });
    const rendering = await renderingOf({ source, sourceHash });
    const view = await publishContent(testContext(db, operator, { renderEdition: () => undefined, config: testConfig({ demo: true }) }), {
      texts: [{ revision: due.id, facts: null, rendering }],
      site,
    });
    due.counts = true;
    model.editions.push({ number: view.edition, live: new Map([...last(model), [step.locale, due]]) });
  }
}

async function renderingOf({ sourceHash }: { source: string; sourceHash: string }): Promise<number> {
  const json = { title: sourceHash, summary: '', date: '2026-01-01', rendered: { lead: '', sections: [] }, pictures: [] };
  return (await database.db.rendering.create({ data: { sourceHash, factsHash: '', toolchain: 'test', json } })).id;
}

test('what is older in SQL is older by the plain rule, and each edition says of its own publications alone what its readers see', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      made += 1;
      const model: Model = { slug: `text-${made}`, written: [], editions: [] };
      await play(model, { act: 'push', words: { en: 'one', de: 'one', ar: 'one' }, day: 1 });
      for (const next of steps) {
        await play(model, next);
        const counted = model.written.filter(({ counts }) => counts).sort((a, b) => a.id - b.id);
        const expected = [...last(model)].filter(([, { follows }]) => isOlder(follows, counted)).map(([of]) => of);
        const found = (await olderTexts(database.db)).filter(({ slug }) => slug === model.slug);
        expect(found.map((one) => one.locale).sort()).toEqual(expected.sort());
        for (const { locale: of, isShown } of found) expect(isShown).toBe(isOlder(last(model).get(of)?.follows ?? null, [...last(model).values()]));
      }
      const post = await database.db.post.findFirstOrThrow({ where: { slug: model.slug } });
      for (const { number, live } of model.editions) {
        const [shown] = await loadPosts(database.db, [post.id], number);
        const lines = Object.fromEntries(Object.entries(shown?.texts ?? {}).map(([of, { newerIn }]) => [of, newerIn]));
        const expected = [...live].map(([of, { follows }]) => [of, isOlder(follows, [...live.values()]) ? 'en' : null]);
        expect(lines).toEqual(Object.fromEntries(expected));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
