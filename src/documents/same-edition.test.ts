import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedIncidents } from '#domain/incidents/published-incidents.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import type { NamedText } from '#domain/publishing/named-text.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { type Bundle, makeBundle } from '#edition/bundle.ts';
import type { IncidentStatus, PrismaClient } from '#generated/prisma/client.ts';
import type { Edition } from '#model/edition.ts';
import { LOCALES } from '#paths';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { siteOptionsFixture } from '#tests/support/edition-fixture.ts';
import { sampleFacts, sampleSite } from '#tests/support/sample-incident.ts';
import { publicDocuments } from './site.tsx';

/** So few that most of what is published shares its instant with something else. */
const INSTANTS = ['2026-11-20T08:00:00Z', '2026-11-20T10:00:00+02:00', '2026-11-21T08:00:00Z'];

/** One text of a publication, as small numbers. */
const text = fc.record({
  post: fc.constantFrom('advisory/access', 'advisory/leak', 'note/one', 'note/two'),
  /** Of an advisory: this update instead of itself. */
  update: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  locale: fc.constantFrom(...LOCALES),
  at: fc.constantFrom(...INSTANTS),
  status: fc.constantFrom<IncidentStatus>('investigating', 'monitoring', 'resolved'),
  words: fc.nat(3),
  notice: fc.nat(2),
});
const publication = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 6 }),
  /** Another site makes every page anew: most publications keep it. */
  site: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  /** Whether the instance is awake to hear of it, or reads it with the next one. */
  heard: fc.boolean(),
});
type Publication = typeof publication extends fc.Arbitrary<infer Value> ? Value : never;
type Text = Publication['texts'][number];

const placeOf = ({ post, update, locale }: Text) => [post, post.startsWith('note') ? null : update, locale].join(' ');

/** Writes a text as a push would leave it, without the child that renders posts. */
async function save(db: PrismaClient, { post, update, locale, at, status, words, notice }: Text): Promise<NamedText> {
  const [kind, slug] = post.split('/') as ['advisory' | 'note', string];
  const createdAt = new Date(at);
  const isAdvisory = kind === 'advisory';
  const incident = isAdvisory ? await db.incident.upsert({ where: { slug }, create: { slug, title: slug, detectedAt: createdAt }, update: {} }) : null;
  const incidentId = incident?.id ?? null;
  const factsHash = incident ? `facts ${notice}` : '';
  const facts =
    incident &&
    (await db.factsRevision.create({ data: { incidentId: incident.id, json: sampleFacts({ noticeId: `TMP-${notice}` }), hash: factsHash, createdAt } }));
  const { id: postId } = await db.post.upsert({ where: { kind_slug: { kind, slug } }, create: { kind, slug, incidentId }, update: {} });
  const row =
    isAdvisory && update
      ? await db.update.upsert({ where: { postId_slug: { postId, slug: update } }, create: { postId, slug: update, status, at: createdAt }, update: {} })
      : null;
  const title = `${post} ${update} ${locale} ${words}`;
  const json = { title, summary: title, date: at, status, rendered: { lead: `<p>${title}</p>`, sections: [] }, pictures: [] };
  const revision = await db.revision.create({
    data: { postId, updateId: row?.id ?? null, locale, source: title, sourceHash: title, proseHash: title, createdAt },
  });
  const rendering = await db.rendering.create({ data: { sourceHash: title, factsHash, toolchain: 'test', json } });
  return { revision: revision.id, facts: facts?.id ?? null, rendering: rendering.id };
}

async function publish(db: PrismaClient, { texts, site }: Omit<Publication, 'heard'>, published: Set<string>): Promise<void> {
  // An update goes out with its advisory or after it.
  const advisories = texts.filter(({ post, update }) => update && post.startsWith('advisory')).map((one) => ({ ...one, update: null }));
  const missing = advisories.filter(({ post }) => !published.has(post) && !texts.some((one) => one.post === post && one.update === null));
  const named = [...new Map([...missing, ...texts].map((one) => [placeOf(one), one])).values()];
  const ids: NamedText[] = [];
  for (const one of named) {
    ids.push(await save(db, one));
    published.add(one.post);
  }
  const json = { ...sampleSite, brand: `Tempo ${site}` };
  const newest = await db.siteRevision.findFirst({ orderBy: { id: 'desc' } });
  const revision = newest?.hash === String(site) ? newest : await db.siteRevision.create({ data: { json, hash: String(site), createdAt: new Date() } });
  // That each can be made is proved below, by making it.
  await publishContent(testContext(db, operator, { renderEdition: () => undefined, config: testConfig({ demo: true }) }), { texts: ids, site: revision.id });
}

interface Instance {
  edition: Edition | null;
  bundle: Bundle | null;
}

/** What an instance does when it hears of an edition. */
async function hear(db: PrismaClient, { edition, bundle }: Instance): Promise<Instance> {
  const next = await loadEdition(db, edition);
  if (!next || next === edition) return { edition, bundle };
  const { number, publishedAt, site } = next;
  return { edition: next, bundle: await makeBundle({ number, publishedAt, build: 'test', site }, publicDocuments(next, siteOptionsFixture()), bundle, 0) };
}

/** All that is sent of an instance's documents, but when they last changed. */
const documentsOf = ({ bundle }: Instance) =>
  [...(bundle?.documents ?? [])].map(([path, { mtime: _mtime, packed, ...head }]) => ({ ...head, path, packed: packed.toString('base64') }));

test('an instance that lived through the editions, some of them asleep, and a fresh one hold the same, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(publication, { minLength: 2, maxLength: 5 }), async (history) => {
      const { db, close } = await testDatabase();
      try {
        const nothing: Instance = { edition: null, bundle: null };
        let lived = nothing;
        const published = new Set<string>();
        for (const { heard, ...step } of history) {
          await publish(db, step, published);
          if (heard) lived = await hear(db, lived);
        }
        lived = await hear(db, lived);
        const fresh = await hear(db, nothing);
        expect(lived.edition).toEqual(fresh.edition);
        expect(documentsOf(lived)).toEqual(documentsOf(fresh));
        const { incidents } = await publishedIncidents(db, db, history.length);
        const posts = fresh.edition?.posts ?? [];
        const advisories = posts.filter(({ kind }) => kind === 'advisory');
        // Account pages are told the same by another statement.
        expect(new Map(incidents.map(({ slug, status, facts }) => [slug, [status, facts]]))).toEqual(
          new Map(advisories.map(({ slug, status, facts }) => [slug, [status ?? 'investigating', facts]])),
        );
        for (const { updates, status } of posts) {
          const named = updates.map(({ at, slug }) => `${at} ${slug}`);
          expect(named).toEqual([...named].sort().reverse());
          expect(status).toBe(updates[0]?.status ?? null);
        }
      } finally {
        await close();
      }
    }),
    // Enough for a failing history to be made short before the test's own time is up.
    { numRuns: 12, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);
