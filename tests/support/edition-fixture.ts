import { ownScriptOf, type SiteOptions } from '#documents/shell/site-options.ts';
import { stylesheetOf } from '#documents/shell/stylesheet.ts';
import { sampleSite } from './sample-incident.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import type { Edition, PublishedPost, PublishedText, Rendered, SectionKey } from '#model/edition.ts';
import { type Site, siteSchema } from '#model/site.ts';
import type { Locale } from '#paths';

const PAGES = ['privacy', 'legal', 'contact', 'press', 'help'] as const;
const say = (en: string) => ({ en, de: `${en} (de)`, ar: `${en} (ar)` });
const prefix = (locale: Locale) => (locale === 'en' ? '' : `/${locale}`);

function siteFixture(): Site {
  return siteSchema.parse({
    ...sampleSite,
    contacts: { ...sampleSite.contacts, post: 'Exempelgatan 1, Stockholm' },
    menuPath: say('Account › Security'),
    pages: Object.fromEntries(
      PAGES.map((name) => [
        name,
        {
          title: say(`About ${name}`),
          body: { en: `First.\n\n- [Blog](/blog)\n- **second** <b>raw</b>`, de: 'Erstens.\n\n[Blog](/de/blog)', ar: '[المدونة](/ar/blog)' },
        },
      ]),
    ),
    trustedDomains: ['tempo.example'],
  });
}

function factsFixture(changed: Partial<Facts> = {}): Facts {
  const at = '2026-11-19T06:00:00Z';
  return factsSchema.parse({
    incidentType: 'data_accessed',
    noticeId: 'TMP-12',
    title: say('Access to our systems'),
    markets: ['SE'],
    asOf: at,
    detectedAt: at,
    occurred: { from: at, to: at, certainty: 'known' },
    howFound: say('We looked.'),
    cause: { known: true, text: say('A stolen sign-in.') },
    dataInvolved: [{ category: 'name', effect: 'seen', evidence: 'confirmed' }],
    dataNotInvolved: [{ category: 'password', basis: say('Elsewhere.') }],
    evidenceLooked: { sources: say('all records'), from: at, to: at, gaps: say('None.') },
    peopleAffected: { kind: 'exact', n: 1, asOf: at },
    likelyConsequences: [],
    measures: [{ text: say('We closed it.'), state: 'done', at }],
    cohorts: [{ name: 'certain-users', label: say('Some'), basis: say('You signed in there.') }],
    notAffected: { basis: say('You did not.') },
    actions: [{ cohort: 'certain-users', kind: 'sign_in_again', reason: say('Because.') }],
    platforms: [
      { platform: 'android', action: 'upgrade', fixedVersion: '1.0.0' },
      ...['ios', 'windows_phone', 'web', 'desktop'].map((platform) => ({ platform, action: 'none' })),
    ],
    trustedStores: [{ name: 'm.tempo.example', url: 'https://m.tempo.example/' }],
    nextUpdateBy: '2026-11-20T08:00:00Z',
    signedBy: { role: say('Chief Technology Officer') },
    statement: say('Someone came in. The way in is closed.'),
    corrections: [{ at, was: say('Two accounts.'), now: say('One account.'), why: say('We counted twice.') }],
    ...changed,
  });
}

function rendered(locale: Locale, keys: (SectionKey | null)[]): Rendered {
  return {
    lead: `<p>The lead, with <a href="${prefix(locale)}/genuine">a link</a>.</p>`,
    sections: keys.map((key, index) => ({
      key,
      id: `part-${index}`,
      heading: `Part ${index} & <more>`,
      html: `<p>Text ${index}, <a href="#part-0">up</a>.</p>`,
    })),
  };
}

export function textFixture(locale: Locale, title: string, at: string, keys: (SectionKey | null)[] = []): PublishedText {
  return {
    title: `${title} </script> ${locale}`,
    summary: `What ${title} is about.`,
    rendered: rendered(locale, keys),
    pictures: [],
    publishedAt: at,
    changedAt: at,
    corrected: [],
    newerIn: null,
  };
}

function inAll(title: string, at: string, keys?: (SectionKey | null)[]): PublishedPost['texts'] {
  return { en: textFixture('en', title, at, keys), de: textFixture('de', title, at, keys), ar: textFixture('ar', title, at, keys) };
}

const PICTURE = 'ab'.repeat(32);

/** A note that shows a picture. */
function picturedFixture(at: string): PublishedText {
  const text = textFixture('en', 'How we work', at, [null]);
  const image = `<p><img src="/pictures/${PICTURE}.webp" alt="A plan" width="4" height="3" loading="lazy" decoding="async"/></p>`;
  return { ...text, rendered: { ...text.rendered, lead: text.rendered.lead + image }, pictures: [PICTURE] };
}

/** An open advisory in three languages with two updates, an older, resolved one in English alone, and a note in two, with a picture. */
export function editionFixture(): Edition {
  const [first, second, old, note] = ['2026-11-17T14:00:00.000Z', '2026-11-18T09:30:00.000Z', '2026-02-10T10:00:00.000Z', '2026-01-13T08:00:00.000Z'] as const;
  return {
    number: 7,
    publishedAt: '2026-11-18T09:31:12.345Z',
    site: siteFixture(),
    pictures: new Map([[PICTURE, Buffer.from('the bytes of a picture')]]),
    posts: [
      {
        kind: 'advisory',
        slug: 'open-door',
        formerSlugs: ['door'],
        publishedAt: first,
        changedAt: second,
        texts: inAll('Open door', first, ['happened', 'information', 'doing', 'can_do', 'more']),
        facts: factsFixture(),
        status: 'monitoring',
        updates: [
          { slug: 'second', formerSlugs: ['two'], status: 'monitoring', at: second, texts: inAll('Second update', second) },
          { slug: 'first', formerSlugs: [], status: 'investigating', at: first, texts: inAll('First update', first) },
        ],
        alone: [],
        lateSince: null,
      },
      {
        kind: 'advisory',
        slug: 'old-door',
        formerSlugs: [],
        publishedAt: old,
        changedAt: old,
        texts: { en: textFixture('en', 'Old door', old, ['happened', 'can_do']) },
        facts: factsFixture({ noticeId: 'TMP-11', nextUpdateBy: undefined, corrections: [] } as Partial<Facts>),
        status: 'resolved',
        updates: [{ slug: 'done', formerSlugs: [], status: 'resolved', at: old, texts: { en: textFixture('en', 'Done', old) } }],
        alone: [{ at: old, reason: 'Nobody else could be reached, and <b>keys</b> were in use.' }],
        lateSince: null,
      },
      {
        kind: 'note',
        slug: 'how-we-work',
        formerSlugs: [],
        publishedAt: note,
        changedAt: note,
        texts: { en: picturedFixture(note), de: textFixture('de', 'How we work', note, [null]) },
        facts: null,
        status: null,
        updates: [],
        alone: [],
        lateSince: null,
      },
    ],
  };
}

/** What documents are made with, besides the edition; the real stylesheet needs a build. */
export function siteOptionsFixture(): SiteOptions {
  return {
    url: 'https://tempo.example',
    build: 'test',
    stylesheet: stylesheetOf('body{color:#000}'),
    liveScript: ownScriptOf('live', '0'),
    passkeyScript: ownScriptOf('passkey', '0'),
  };
}
