import { randomBytes } from 'node:crypto';
import { type Facts, factsSchema, type Status } from '#model/facts.ts';
import { type Site, siteSchema } from '#model/site.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';

const AT = '2026-11-20T08:00:00Z';

/** The facts of an invented incident, for tests: three cohorts, each with what the facts ask of it. */
export function sampleFacts(overrides: Partial<Facts> = {}): Facts {
  return factsSchema.parse({
    incidentType: 'data_accessed',
    noticeId: 'TMP-1',
    title: { en: 'Access to internal systems' },
    markets: ['SE'],
    asOf: AT,
    detectedAt: AT,
    occurred: { from: AT, to: AT, certainty: 'known' },
    howFound: { en: 'A check found it.' },
    cause: { known: false, text: { en: 'Not known yet.' } },
    dataInvolved: [{ category: 'name', effect: 'seen', evidence: 'confirmed' }],
    dataNotInvolved: [{ category: 'password', basis: { en: 'They lie elsewhere.' } }],
    evidenceLooked: { sources: { en: 'access logs' }, from: AT, to: AT, gaps: { en: 'none' } },
    peopleAffected: { kind: 'exact', n: 1, asOf: AT },
    likelyConsequences: [],
    measures: [{ text: { en: 'We closed the way in.' }, state: 'done', at: AT }],
    cohorts: ['listed', 'everyone', 'android'].map((name) => ({ name, label: { en: name }, basis: { en: `Why ${name}.` } })),
    notAffected: { basis: { en: 'Your account was not read.' } },
    actions: [
      { cohort: 'listed', kind: 'change_password', deadline: '2026-12-01T00:00:00Z', reason: { en: 'Your password was tried.' }, minutes: 4 },
      { cohort: 'everyone', kind: 'sign_in_again', reason: { en: 'As a precaution.' } },
      { cohort: 'android', kind: 'upgrade_app', rollout: { startsAt: AT, endsAt: '2026-11-30T00:00:00Z' }, reason: { en: 'The app has a flaw.' } },
    ],
    platforms: ['android', 'ios', 'windows_phone', 'web', 'desktop'].map((platform) =>
      platform === 'android' ? { platform, action: 'upgrade', fixedVersion: '9.2.0' } : { platform, action: 'none' },
    ),
    trustedStores: [{ name: 'Google Play', url: 'https://play.google.com/' }],
    signedBy: { role: { en: 'Chief Technology Officer' } },
    statement: { en: 'We found access.' },
    ...overrides,
  });
}

export const sampleSite: Site = siteSchema.parse({
  brand: 'Tempo',
  legalName: 'Tempo Example AB',
  host: 'tempo.example',
  locales: ['en', 'de', 'ar'],
  contacts: {
    security: 'security@tempo.example',
    press: 'press@tempo.example',
    privacy: 'privacy@tempo.example',
    phone: '+46 8 465 004 21',
    post: 'Stockholm',
  },
  menuPath: { en: 'Account › Security', de: 'Konto › Sicherheit', ar: 'الحساب › الأمان' },
  pages: Object.fromEntries(['privacy', 'legal', 'contact', 'press', 'help'].map((page) => [page, { title: { en: page }, body: { en: page } }])),
  trustedDomains: [],
});

/** An edition with the site alone. */
export async function publishSite(db: PrismaClient): Promise<number> {
  const { _max } = await db.edition.aggregate({ _max: { number: true } });
  const known = await db.siteRevision.findFirst({ where: { hash: 'sample' } });
  const site = known ?? (await db.siteRevision.create({ data: { json: sampleSite, hash: 'sample', createdAt: new Date(AT) } }));
  const { number } = await db.edition.create({ data: { number: (_max.number ?? 0) + 1, publishedAt: new Date(AT), siteRevisionId: site.id } });
  return number;
}

/** An incident with an advisory, published with one update unless the test says otherwise. */
export async function createIncident(db: PrismaClient, { published = true, status = 'identified' as Status, facts = sampleFacts() } = {}): Promise<string> {
  const slug = `incident-${randomBytes(4).toString('hex')}`;
  const at = new Date(AT);
  const incident = await db.incident.create({ data: { slug, title: facts.title.en ?? slug, detectedAt: at } });
  const { id: factsRevisionId } = await db.factsRevision.create({ data: { incidentId: incident.id, json: facts, hash: slug, createdAt: at } });
  const post = await db.post.create({ data: { kind: 'advisory', incidentId: incident.id, slug } });
  if (!published) return slug;
  const editionNumber = await publishSite(db);
  const update = await db.update.create({ data: { postId: post.id, slug: 'first', status, at } });
  for (const updateId of [null, update.id]) {
    const json = { title: slug, summary: slug, date: AT, status, rendered: { lead: '', sections: [] }, pictures: [] };
    const rendering = await db.rendering.create({ data: { sourceHash: slug, factsHash: slug, toolchain: 'sample', json } });
    const revision = await db.revision.create({
      data: { postId: post.id, updateId, locale: 'en', source: '', sourceHash: slug, proseHash: slug, createdAt: at },
    });
    await db.publication.create({
      data: { postId: post.id, updateId, locale: 'en', revisionId: revision.id, factsRevisionId, renderingId: rendering.id, editionNumber, publishedAt: at },
    });
  }
  return slug;
}
