import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import type { factsSchema } from '#model/facts.ts';
import { SECTION_KEYS } from '#model/edition.ts';
import { type Site, siteSchema } from '#model/site.ts';
import type { Locale } from '#paths';
import { LANGUAGES } from '#locales/registry.ts';

/** What the invented site offers, however many locales the product speaks. */
const OFFERED: readonly Locale[] = ['en', 'de', 'ar'];
const say = (en: string, de: string, ar: string) => ({ en, de, ar });
const all = (words: string) => say(words, `${words} (de)`, `${words} (ar)`);

/** Facts of an invented incident, with every field that a component shows. */
export const sampleFacts = {
  incidentType: 'data_accessed',
  noticeId: 'TMP-1',
  title: say('Unauthorised access', 'Unbefugter Zugriff', 'دخول دون إذن'),
  markets: ['SE'],
  asOf: '2014-05-27T14:00:00Z',
  detectedAt: '2014-05-23T08:00:00Z',
  occurred: { from: '2014-05-22T00:00:00Z', to: '2014-05-23T09:00:00Z', certainty: 'estimated' },
  howFound: say('By monitoring.', 'Durch unsere Überwachung.', 'من خلال المراقبة.'),
  cause: { known: false, text: say('We do not know yet.', 'Wir wissen es noch nicht.', 'لا نعرف ذلك بعد.') },
  dataInvolved: [{ category: 'email', effect: 'seen', evidence: 'confirmed' }],
  dataNotInvolved: [{ category: 'password', basis: say('They are kept elsewhere.', 'Sie liegen woanders.', 'هي محفوظة في مكان آخر.') }],
  evidenceLooked: {
    sources: say('Access logs', 'Zugriffsprotokolle', 'سجلات الدخول'),
    from: '2014-05-02T00:00:00Z',
    to: '2014-05-27T00:00:00Z',
    gaps: say('None before 2 May.', 'Keine vor dem 2. Mai.', 'لا سجلات قبل 2 مايو.'),
  },
  peopleAffected: { kind: 'exact', n: 1, asOf: '2014-05-27T14:00:00Z' },
  likelyConsequences: [],
  measures: [{ text: say('We changed the keys.', 'Wir haben die Schlüssel ersetzt.', 'استبدلنا المفاتيح.'), state: 'done', at: '2014-05-26T00:00:00Z' }],
  cohorts: [
    {
      name: 'android',
      label: say('Android users', 'Wer Android benutzt', 'مستخدمو Android'),
      basis: say('You use the app.', 'Sie benutzen die App.', 'تستخدم التطبيق.'),
    },
  ],
  notAffected: { basis: say('Nobody reached your account.', 'Niemand hat Ihr Konto erreicht.', 'لم يصل أحد إلى حسابك.') },
  actions: [
    {
      cohort: 'android',
      kind: 'upgrade_app',
      rollout: { startsAt: '2014-05-28T00:00:00Z', endsAt: '2014-06-02T00:00:00Z' },
      reason: say('The new version has new keys.', 'Die neue Version hat neue Schlüssel.', 'للإصدار الجديد مفاتيح جديدة.'),
      ifNot: say('Older versions stop working.', 'Ältere Versionen funktionieren nicht mehr.', 'تتوقف الإصدارات الأقدم عن العمل.'),
      sideEffect: say('Download your music again.', 'Laden Sie Ihre Musik neu.', 'نزّل موسيقاك من جديد.'),
    },
  ],
  platforms: [
    { platform: 'android', action: 'upgrade', fixedVersion: '1.2.3' },
    ...(['ios', 'windows_phone', 'web', 'desktop'] as const).map((platform) => ({ platform, action: 'none' as const })),
  ],
  trustedStores: [
    { name: 'Google Play', url: 'https://play.google.com/store' },
    { name: 'm.tempo.example', url: 'https://m.tempo.example/' },
  ],
  nextUpdateBy: '2014-05-29T10:00:00Z',
  signedBy: { role: say('Chief Technology Officer', 'Technische Leitung', 'المدير التقني') },
  statement: say('We are sorry <that> this happened.', 'Es tut uns leid, <dass> das passiert ist.', 'نعتذر عن <هذا> الحادث.'),
} satisfies z.input<typeof factsSchema>;

export const sampleSite: Site = siteSchema.parse({
  brand: 'Tempo',
  legalName: 'Tempo AB',
  host: 'tempo.example',
  locales: [...OFFERED],
  contacts: { security: 'security@tempo.example', press: 'press@tempo.example', privacy: 'privacy@tempo.example', phone: '+46 000', post: 'Stockholm' },
  menuPath: all('Account › Security'),
  pages: Object.fromEntries((['privacy', 'legal', 'contact', 'press', 'help'] as const).map((page) => [page, { title: all(page), body: all('Words.') }])),
  trustedDomains: ['authority.example', 'zürich.example'],
});

interface Front {
  slug: string;
  locale: Locale;
  status?: string;
}

function front({ slug, locale, status }: Front): string {
  return `---\ntitle: A title\nslug: ${slug}\nsummary: What it is about.\nlocale: ${locale}\ndate: 2014-05-27T14:00:00Z\n${status ? `status: ${status}\n` : ''}---\n\n`;
}

/** What an advisory must say, around a moment, in each language that the invented site speaks; it begins with "Lead.", which tests put something else for. */
const TOLD: Record<Locale, { lead: string; meaning: string; sorry: string; words: string }> = {
  en: {
    lead: 'Lead.\nSomeone saw the email address of one account, and no password. People with our Android app update it; on iOS, Windows Phone, the web and the desktop there is nothing to do.',
    meaning: 'With it, someone could write to you and pretend to be us.',
    sorry: 'We are sorry.',
    words: 'Words',
  },
  de: {
    lead: 'Lead.\nJemand sah die E-Mail-Adresse eines Kontos, und kein Passwort. Wer unsere Android-App hat, aktualisiert sie. Auf iOS, Windows Phone, im Web und auf dem Desktop ist nichts zu tun.',
    meaning: 'Damit könnte Ihnen jemand in unserem Namen schreiben.',
    sorry: 'Es tut uns leid.',
    words: 'Worte',
  },
  ar: {
    lead: 'Lead.\nاطّلع شخص على البريد الإلكتروني لحساب واحد، لا على كلمة مرور. يحدّث مستخدمو تطبيق Android تطبيقهم، أما على iOS وWindows Phone والويب والحاسوب فلا يلزم شيء.',
    meaning: 'به قد يكتب إليك شخص باسمنا.',
    sorry: 'نعتذر.',
    words: 'كلمات',
  },
};

export function sampleAdvisory(locale: Locale): string {
  const { lead, meaning, sorry, words } = TOLD[locale];
  const moment = `${words} <Time at="2014-05-27T14:00:00Z" />.`;
  const sections = { happened: moment, information: `${meaning} ${moment}`, doing: `${sorry} ${moment}`, can_do: '<Action cohort="android" />', more: moment };
  return `${front({ slug: 'access', locale })}${lead}\n${SECTION_KEYS.map((key) => `## ${LANGUAGES[locale].headings[key]}\n\n${sections[key]}\n`).join('\n')}`;
}

/** A complete folder: one incident with an advisory and an update, and a note, in each locale. */
export function sampleFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'site.yaml': stringify(sampleSite),
    'incidents/access/incident.yaml': stringify(sampleFacts, { aliasDuplicateObjects: false }),
  };
  for (const locale of OFFERED) {
    files[`incidents/access/advisory.${locale}.mdx`] = sampleAdvisory(locale);
    files[`incidents/access/updates/first.${locale}.mdx`] = `${front({ slug: 'first', locale, status: 'monitoring' })}News.\n\n<Measures />\n`;
    files[`notes/how-we-work.${locale}.mdx`] = `${front({ slug: 'how-we-work', locale })}A note.\n`;
  }
  return files;
}

/** Writes files to a new folder; `remove` deletes it. */
export async function writeContent(files: Record<string, string | Uint8Array>): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-content-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
