import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { goTo } from './go-to.ts';
import { readShortcuts } from './read-shortcuts.ts';
import { setShortcuts } from './set-shortcuts.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  author = await desk.member('author');
}, 60_000);
afterAll(async () => {
  await database.close();
});

const found = (q: string, locale = 'en') => goTo(author, { q, locale });

test('a notice is found by its number and by its name in addresses, in every language, and stands first', async () => {
  const { json } = await database.db.factsRevision.findFirstOrThrow({ where: { incident: { slug: ADVISORY.slug } } });
  const { noticeId } = json as { noticeId: string };
  const hits = await found(noticeId.toLowerCase());
  expect(hits[0]?.noticeId).toBe(noticeId);
  expect(new Set(hits.map(({ locale }) => locale))).toEqual(new Set(['en', 'de', 'ar']));
  const bySlug = await found(ADVISORY.slug);
  expect(bySlug.filter(({ path }) => path.endsWith('advisory.en.mdx'))).toMatchObject([{ kind: 'live', to: `/advisories/${ADVISORY.slug}` }]);
});

test('a text is found by words of its title in its own language, and leads to where it is worked on', async () => {
  const [live] = await found('how-we-handle-incidents');
  expect(live).toMatchObject({ kind: 'live', place: { kind: 'note', slug: 'how-we-handle-incidents', update: '' } });
  const german = (await found('how-we-handle-incidents')).find(({ locale }) => locale === 'de');
  const word = (german?.title ?? '').split(' ').findLast(({ length }) => length > 6) ?? '';
  expect((await found(word.toUpperCase())).map(({ path }) => path)).toContain(german?.path);
  const draft = await desk.open(author, { ...NOTE, locale: 'de' });
  await desk.write(author, draft, (text) => text.replace(/^title:.*$/m, 'title: "Ganz etwas anderes"'));
  expect(await found('etwas ganz')).toMatchObject([{ kind: 'draft', title: 'Ganz etwas anderes', locale: 'de', to: `/studio/drafts/${draft}` }]);
  expect(await found('ganz nichts')).toEqual([]);
});

test('an order is found by its number, and leads to its incident in the language of whoever looks', async () => {
  const incident = await database.db.incident.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const cohort = { incidentId: incident.id, name: 'everyone', size: 1, staff: 0, countedAt: new Date() };
  const { id: cohortId } = await database.db.cohort.create({ data: cohort });
  const { id } = await database.db.requiredAction.create({ data: { cohortId, kind: 'sign_in_again', since: new Date(), state: 'active' } });
  expect((await found(String(id), 'de'))[0]).toMatchObject({ kind: 'order', order: id, locale: 'de', to: `/de/advisories/${ADVISORY.slug}` });
  expect((await found('999999')).filter(({ kind }) => kind === 'order')).toEqual([]);
});

test('whatever is looked for, what comes has every word of it, and there is no more than a page of it', async () => {
  const word = fc.constantFrom('the', 'apps', "o'", '%', '_', '\\', 'الوصول', 'System', '"', '12', '9999999999999', '𝒳', '\0', ' ');
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
      const hits = await found(words.join(' '));
      const asked = words
        .join(' ')
        .toLowerCase()
        .split(/[\s\0]+/u)
        .filter(Boolean)
        .slice(0, 6);
      if (asked.length === 0) expect(hits).toEqual([]);
      expect(hits.length).toBeLessThanOrEqual(20);
      for (const { kind, title, place, noticeId } of hits.filter(({ order }) => order === null)) {
        const named = [title, place.slug, place.update, noticeId].join(' ').toLowerCase();
        for (const one of asked) expect(named, kind).toContain(one);
      }
    }),
    { numRuns: 60 },
  );
});

test('keys are turned off for one account, once and again', async () => {
  const other = await desk.member('approver');
  expect(await readShortcuts(author, {})).toEqual({ on: true });
  for (const on of [false, false, true, false]) {
    await setShortcuts(author, { on });
    expect(await readShortcuts(author, {})).toEqual({ on });
  }
  expect(await readShortcuts(other, {})).toEqual({ on: true });
  const customer = await desk.member();
  expect([await outcomeOf(setShortcuts(customer, { on: false })), await outcomeOf(goTo(customer, { q: 'x', locale: 'en' }))]).toEqual(['role', 'role']);
});
