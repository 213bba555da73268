import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { system, testContext } from '#tests/support/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, deskDatabase } from '#tests/support/team/desk.ts';
import { publishedPaths } from '../approved/published-paths.ts';
import { sayLate } from './say-late.ts';

let database: TestDatabase;
let worker: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  worker = testContext(database.db, system);
}, 180_000);
afterAll(async () => {
  await database?.close();
});

/** Has the published facts promise an update so many milliseconds from now, and since two hours ago. */
async function promise(inMs: number): Promise<Date> {
  const by = new Date(Date.now() + inMs);
  await database.db.$executeRaw`
    UPDATE "FactsRevision" f SET json = jsonb_set(f.json, '{nextUpdateBy}', to_jsonb(${by.toISOString()}::text))
    FROM "Incident" i WHERE i.id = f."incidentId" AND i.slug = ${ADVISORY.slug}`;
  return by;
}
const HOUR_MS = 3_600_000;
const age = () => database.db.$executeRaw`UPDATE "Publication" SET "publishedAt" = "publishedAt" - interval '2 hours'`;
const shown = async () => (await loadEdition(database.db, null))?.posts.find(({ slug }) => slug === ADVISORY.slug)?.lateSince;

test('before its time nothing is late; a promise that was over when it went out is none', async () => {
  await promise(HOUR_MS);
  expect(await sayLate(worker, {})).toEqual({ late: 0, edition: null });
  await promise(-HOUR_MS);
  expect(await sayLate(worker, {})).toEqual({ late: 0, edition: null });
});

test('once it is broken one edition says so, whoever looks first, and what was held reads the same as what is read afresh', async () => {
  await age();
  const before = await loadEdition(database.db, null);
  const by = await promise(-60_000);
  const said = await Promise.all([1, 2, 3].map(() => sayLate(worker, {})));
  expect(said.map(({ late }) => late).sort()).toEqual([0, 0, 1]);
  const edition = said.find(({ late }) => late === 1)?.edition as number;
  expect(edition).toBe((before?.number ?? 0) + 1);
  expect(await shown()).toBe(by.toISOString());
  const [held, afresh] = [await loadEdition(database.db, before), await loadEdition(database.db, null)];
  const late = (of: typeof held) => of?.posts.map(({ slug, lateSince }) => [slug, lateSince]);
  expect(late(held)).toEqual(late(afresh));
  expect(await publishedPaths(worker, { edition })).toContain('/advisories/internal-systems-access');
});

test('another publication leaves it late; newer facts that any text of it is published with end it', async () => {
  const push = testContext(database.db, { kind: 'operator', as: 'a test', reason: 'Nobody else is there in this test.' });
  const named = async (updateId: number | null) => {
    const row = await database.db.publication.findFirstOrThrow({
      where: { post: { slug: ADVISORY.slug }, locale: 'en', ...(updateId ? { updateId } : { updateId: null }) },
      include: { post: true },
    });
    return row;
  };
  const own = await named(null);
  const { json } = await database.db.factsRevision.findUniqueOrThrow({ where: { id: own.factsRevisionId as number } });
  const data = { incidentId: own.post.incidentId as number, hash: 'renewed', createdAt: new Date() };
  const renewed = await database.db.factsRevision.create({
    data: { ...data, json: { ...(json as object), nextUpdateBy: new Date(Date.now() + 24 * HOUR_MS).toISOString() } },
  });
  const { sourceHash: _, ...revision } = await database.db.revision.findUniqueOrThrow({ where: { id: own.revisionId } });
  const { sourceHash, toolchain, json: picture } = await database.db.rendering.findUniqueOrThrow({ where: { id: own.renderingId } });
  const rendering = await database.db.rendering.create({ data: { sourceHash, factsHash: 'renewed', toolchain, json: picture as object } });
  expect(await shown()).not.toBeNull();
  await publishContent(push, { texts: [{ revision: revision.id, facts: renewed.id, rendering: rendering.id }], second: { by: 'emergency' } });
  expect(await shown()).toBeNull();
  expect(await sayLate(worker, {})).toEqual({ late: 0, edition: null });
  // What was said of a promise stays in the edition that said it.
  expect(await database.db.late.count()).toBe(1);
});
