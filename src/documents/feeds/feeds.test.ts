import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { PublicDocument } from '#model/edition.ts';
import { editionFixture, siteOptionsFixture } from '#tests/support/edition-fixture.ts';
import { render } from '#documents/site.tsx';

const options = siteOptionsFixture();
const bodyOf = (path: string, edition = editionFixture()) => (render(edition, path, options) as PublicDocument).body;

test('each feed parses and has one entry for an update and one for a note, newest first', () => {
  const ids = [
    'tag:tempo.example,2026-11-17:advisory/open-door/second',
    'tag:tempo.example,2026-11-17:advisory/open-door/first',
    'tag:tempo.example,2026-02-10:advisory/old-door/done',
    'tag:tempo.example,2026-01-13:note/how-we-work',
  ];
  expect(parseAtomFeed(bodyOf('/feed.atom')).entries?.map((entry) => entry.id)).toEqual(ids);
  expect(parseRssFeed(bodyOf('/feed.rss')).items?.map((item) => item.guid?.value)).toEqual(ids);
  expect(parseJsonFeed(bodyOf('/feed.json')).items?.map((item) => item.id)).toEqual(ids);
  expect(parseAtomFeed(bodyOf('/ar/feed.atom')).entries?.[0]?.id).toBe(`${ids[0]};ar`);
});

test('an id outlives every change of title, text, time of change and address of the site', () => {
  const edition = editionFixture();
  const idsOf = (of: typeof edition, url = options.url) =>
    parseJsonFeed((render(of, '/feed.json', { ...options, url }) as PublicDocument).body).items?.map((item) => item.id);
  const before = idsOf(edition);
  const [open] = edition.posts;
  if (!open?.texts.en || !open.updates[0]?.texts.en) throw new Error('the fixture has them');
  open.texts.en.title = 'Another';
  open.changedAt = open.updates[0].texts.en.changedAt = '2026-12-01T00:00:00.000Z';
  open.updates[0].status = 'resolved';
  expect(idsOf(edition, 'https://other.example')).toEqual(before);
});

test('the feed changes when its newest entry did, and never with the request or the edition', () => {
  const edition = editionFixture();
  expect(parseAtomFeed(bodyOf('/feed.atom')).updated).toBe('2026-11-18T09:30:00.000Z');
  expect(bodyOf('/feed.rss', { ...edition, number: 99, publishedAt: '2027-01-01T00:00:00.000Z' })).toBe(bodyOf('/feed.rss'));
});

test('addresses inside an entry work outside the page', () => {
  const html = parseJsonFeed(bodyOf('/feed.json')).items?.at(-1)?.content_html as string;
  expect(html).toContain('href="https://tempo.example/genuine"');
  expect(html).toContain('href="https://tempo.example/blog/how-we-work#part-0"');
  expect(html).toMatch(/<img src="https:\/\/tempo\.example\/pictures\/[0-9a-f]{64}\.webp" alt="A plan"/);
  expect(html).toContain('<h2>Part 0 &amp; &lt;more&gt;</h2>');
});
