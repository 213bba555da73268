import { expect, test } from 'vitest';
import type { PublicDocument } from '#model/edition.ts';
import { publicPaths } from '#model/public-paths.ts';
import { inLocale, isImmutable, isPrivatePath, localeOf, paths } from '#paths';
import { editionFixture, siteOptionsFixture, textFixture } from '#tests/support/edition-fixture.ts';
import { makeDocument } from '#edition/make-document.ts';
import { recipeKey } from '#edition/recipe-key.ts';
import { publicDocuments, render } from './site.tsx';

const options = siteOptionsFixture();
const edition = editionFixture();
const documents = new Map([...publicDocuments(edition, options)].map((recipe) => [recipe.path, makeDocument(recipe)]));
const pages = [...documents.values()].filter(({ contentType }) => contentType.startsWith('text/html')).map((page) => ({ ...page, body: String(page.body) }));

const bodyOf = (path: string) => String((documents.get(path) as PublicDocument).body);

test('a path is made once, and its document says the same path', () => {
  const all = [...publicDocuments(edition, options)].map(({ path }) => path);
  expect(new Set(all).size).toBe(all.length);
  for (const [path, document] of documents) expect(document.path).toBe(path);
});

test('the paths that a check of the folder knows are those of the edition', () => {
  const made = [...documents].flatMap(([path, { status }]) => (isImmutable(path) || status === 308 ? [] : [path]));
  expect(publicPaths(edition.site.locales, edition.posts).sort()).toEqual(made.sort());
});

test('the words that addresses had before they were public lead to what they are now, in every language', () => {
  const moved = [...documents.values()].filter(({ status }) => status === 308).map(({ path, location }) => [path, location]);
  const inAll = (from: string, to: string) => ['', '/ar', '/de'].map((locale) => [`${locale}/advisories/${from}`, `${locale}/advisories/${to}`]);
  expect(moved.sort()).toEqual(
    [
      ...inAll('door', 'open-door'),
      ...inAll('door/updates/first', 'open-door/updates/first'),
      ...inAll('door/updates/second', 'open-door/updates/second'),
      ...inAll('door/updates/two', 'open-door/updates/second'),
      ...inAll('open-door/updates/two', 'open-door/updates/second'),
    ].sort(),
  );
});

test('no heading of an author takes the place of the frame: each id stands once, whatever the headings say', () => {
  const named = structuredClone(edition);
  for (const post of named.posts)
    for (const text of [post, ...post.updates].flatMap(({ texts }) => Object.values(texts)))
      text.rendered.sections = ['main', 'updates', 'updates-heading', 'press', 'press-heading', 'corrections', 'top'].map((id) => ({
        key: null,
        id,
        heading: id,
        html: '<p>Words.</p>',
      }));
  for (const recipe of publicDocuments(named, options)) {
    const ids = [...String(makeDocument(recipe).body).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
    expect(new Set(ids).size, recipe.path).toBe(ids.length);
  }
  expect(bodyOf('/')).toContain('<a class="skip" href="#_main">');
});

test('every link leads to a document, a private path or another site, and every anchor to its place', () => {
  const broken: string[] = [];
  for (const { path, body } of pages) {
    for (const [, raw] of body.matchAll(/\b(?:href|action|src)="(?!data:)([^"]*)"/g)) {
      const href = (raw as string).replaceAll('&amp;', '&');
      const own = href.startsWith(options.url) ? href.slice(options.url.length) || '/' : href;
      if (/^(https:|mailto:)/.test(own)) continue;
      const [to = '', anchor] = own.split('#');
      const target = to === '' ? path : to;
      if (!documents.has(target) && !isPrivatePath(target)) broken.push(`${path} → ${href}`);
      else if (anchor !== undefined && !bodyOf(target).includes(`id="${anchor}"`)) broken.push(`${path} → ${href}`);
    }
  }
  expect(broken).toEqual([]);
});

test('each locale has the same pages, and a page links to its own locale', () => {
  const inEnglish = (locale: string) =>
    [...documents.keys()]
      .filter((path) => localeOf(path) === locale && !/^\/(pictures\/|sitemap|robots|\.well-known|candor-(live|passkey))/.test(path))
      .map((path) => inLocale(path, 'en'))
      .sort();
  expect(inEnglish('de')).toEqual(inEnglish('en'));
  expect(inEnglish('ar')).toEqual(inEnglish('en'));
  for (const { path, body } of pages.filter((page) => localeOf(page.path) === 'ar')) {
    const foreign = [...body.matchAll(/<a (?![^>]*hrefLang)([^>]*href="(\/[^"]*)")/gi)]
      .map(([, , href]) => href as string)
      .filter((href) => localeOf(href) !== 'ar');
    // The fixture's English texts link to English pages.
    expect(body.includes('lang="en"') ? [] : foreign, path).toEqual([]);
  }
});

test('the state now is on the start page: what to do, whose data, when the next word comes', () => {
  const home = bodyOf('/');
  for (const words of [
    'Monitoring',
    'On <bdi>Android</bdi>',
    'Nothing to do',
    'Data involved',
    'Not involved',
    '20 November 2026, 08:00 UTC',
    'I can’t sign in',
  ])
    expect(home).toContain(words);
  const calm = render({ ...edition, posts: edition.posts.slice(1) }, '/', options)?.body;
  expect(calm).toContain('There is no current incident.');
  expect(calm).toContain('Old door');
});

test('an advisory opens with what to do, and holds updates, corrections, the statement and its data', () => {
  const body = bodyOf('/advisories/open-door');
  expect(body.indexOf('class="todo-first"')).toBeLessThan(body.indexOf('id="part-0"'));
  for (const words of [
    'Notice <bdi class="num">TMP-12</bdi>',
    'Changed <time dateTime="2026-11-18T09:30Z">',
    'Two accounts.',
    'One account.',
    'Someone came in. The way in is closed.',
    'press@tempo.example',
    '/advisories/open-door/updates/first',
  ]) {
    expect(body).toContain(words);
  }
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] as string;
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Open door </script> en',
    dateModified: '2026-11-18T09:30:00.000Z',
    mainEntityOfPage: 'https://tempo.example/advisories/open-door',
  });
});

test('a text that is not translated is English, says so, and leaves its address to the English page', () => {
  const body = bodyOf('/ar/advisories/old-door');
  expect(body).toContain('<html lang="ar" dir="rtl">');
  expect(body).toContain('<div lang="en" dir="ltr">');
  expect(body).toContain('<link rel="canonical" href="https://tempo.example/advisories/old-door"/>');
  expect(body).not.toContain('rel="alternate" hrefLang');
  expect(bodyOf('/ar/advisories/open-door')).toContain('<link rel="alternate" hrefLang="de" href="https://tempo.example/de/advisories/open-door"/>');
});

test('a policy opens only what the page has', () => {
  const advisory = documents.get('/advisories/open-door')?.csp as string;
  const blog = documents.get('/blog')?.csp as string;
  expect(advisory).toContain("script-src 'self'; connect-src 'self'");
  expect(blog).toBe(`default-src 'none'; style-src '${options.stylesheet.hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
  expect(documents.get('/blog/how-we-work')?.csp).toContain("img-src data: 'self'");
  expect(documents.get('/de/blog/how-we-work')?.csp).toContain('img-src data:;');
  for (const { path, body, csp } of pages) {
    expect(csp, path).toBeDefined();
    expect(body, path).not.toMatch(/ style="| on\w+="|<script>/);
  }
});

test('a page of the site reads as its guard has read it: tables, no programs, no addresses between signs', () => {
  const of = structuredClone(edition);
  of.site.pages.legal.body.en = '| a | b |\n| - | - |\n| 1 | 2 |\n\n    [Blog](/blog)\n\n<https://tempo.example/>';
  const body = render(of, '/legal', options)?.body;
  expect(body).toContain('<td>2</td>');
  expect(body).toContain('<p><a href="/blog">Blog</a></p>');
  expect(body).toContain('&lt;https://tempo.example/&gt;');
});

test('raw HTML in a page of the site shows as text', () => {
  expect(bodyOf('/privacy')).toContain('<strong>second</strong> &lt;b&gt;raw&lt;/b&gt;');
});

test('a key changes when, and only when, its document may', () => {
  const keysOf = (of: typeof edition) => new Map([...publicDocuments(of, options)].map((recipe) => [recipe.path, recipeKey(recipe, 'test')]));
  const before = keysOf(edition);
  const [open, old, note] = structuredClone(edition.posts) as [(typeof edition.posts)[0], (typeof edition.posts)[0], (typeof edition.posts)[0]];
  old.texts.en = { ...textFixture('en', 'Old door', old.publishedAt, ['happened', 'can_do', 'more']) };
  const next = { ...edition, number: 8, posts: [open, old, note] };
  const changed = [...keysOf(next)]
    .filter(([path, key]) => before.get(path) !== key)
    .map(([path]) => path)
    .filter((path) => localeOf(path) === 'en');
  expect(changed).toEqual(['/advisories/old-door', '/live.json']);
  // What a document is made from is in its key: the same key, the same bytes.
  for (const recipe of publicDocuments(next, options)) {
    if (before.get(recipe.path) === recipeKey(recipe, 'test')) expect(makeDocument(recipe), recipe.path).toEqual(documents.get(recipe.path));
  }
});

test('what a page shows of the facts is in its key: a corrected notice number reaches the page of notices', () => {
  const [open, ...rest] = structuredClone(edition.posts);
  if (!open?.facts) throw new Error('the fixture has them');
  open.facts.noticeId = 'TMP-99';
  const keyOf = (of: typeof edition) => [...publicDocuments(of, options)].filter(({ path }) => path === '/genuine').map((one) => recipeKey(one, 'test'));
  const next = { ...edition, posts: [open, ...rest] };
  expect(keyOf(next)).not.toEqual(keyOf(edition));
  expect(render(next, '/genuine', options)?.body).toContain('TMP-99');
});

test('live.json names the newest update of each advisory, and the page carries the same', () => {
  const live = JSON.parse(bodyOf('/de/live.json'));
  expect(live).toMatchObject({
    edition: 7,
    advisories: { 'open-door': { update: 'second', at: '2026-11-18T09:30:00.000Z', url: '/de/advisories/open-door/updates/second' } },
  });
  expect(bodyOf('/de/advisories/open-door')).toContain(
    'data-live="/de/live.json" data-slug="open-door" data-update="second" data-at="2026-11-18T09:30:00.000Z"',
  );
});

test('addresses that others know are there', () => {
  expect(documents.get('/.well-known/change-password')).toMatchObject({ status: 302, location: '/account/password' });
  expect(bodyOf('/.well-known/security.txt')).toContain('Expires: 2027-10-01T00:00:00.000Z');
  expect(bodyOf('/robots.txt')).toContain('Sitemap: https://tempo.example/sitemap.xml');
  expect(bodyOf('/sitemap.xml')).toContain('<xhtml:link rel="alternate" hreflang="ar" href="https://tempo.example/ar/advisories/open-door"/>');
  expect(bodyOf('/sitemap.xml')).not.toContain('/ar/advisories/old-door');
  expect(documents.get(paths.notFound('ar'))?.status).toBe(404);
});

test('a picture that a post shows is a document of its bytes', () => {
  const [hash, bytes] = [...edition.pictures][0] as [string, Uint8Array];
  expect(documents.get(`/pictures/${hash}.webp`)).toEqual({ path: `/pictures/${hash}.webp`, status: 200, contentType: 'image/webp', body: bytes });
});

test('a path that is nothing is null', () => {
  expect(render(edition, '/advisories/none', options)).toBeNull();
});
