import type { Addition } from '#domain/additions/read-additions.ts';
import { ADDITION_KINDS } from '#model/proofs.ts';
import type { AccountView } from '#domain/status/account-view.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import type { RecoveryView } from '#domain/recovery/read-recovery.ts';
import type { GuideView } from '#domain/password-change/read-guide.ts';
import { incidentView } from '#domain/status/incident-view.ts';
import type { ToldIncident } from '#domain/status/told-incidents.ts';
import { frameOf } from '#documents/shell/frame.ts';
import { type Locale, paths } from '#paths';
import { sampleFacts, sampleSite } from './sample-incident.ts';

/** A page's frame without a stylesheet. */
export const sampleFrame = (locale: Locale) => frameOf({ site: sampleSite, locale, css: '', path: paths.account(locale) });

const since = new Date('2026-11-20T08:00:00Z');
const now = new Date('2026-11-21T08:00:00Z');
const ask = { since, proof: 'current', platform: null, fixedVersion: null, endsAt: null } as const;

const ASKS: ToldIncident['asks'] = [
  { ...ask, cohort: 'listed', kind: 'change_password', proof: 'email_code' },
  { ...ask, cohort: 'everyone', kind: 'sign_in_again' },
  { ...ask, cohort: 'android', kind: 'upgrade_app', platform: 'android', fixedVersion: '9.2.0' },
];

interface Case {
  cohorts?: ToldIncident['cohorts'];
  asks?: ToldIncident['asks'];
  status?: ToldIncident['status'];
  signedIn?: Date | null;
  changed?: Date | null;
  installs?: { platform: string; version: string; seenAt: Date }[];
}

/** An account as the domain sees it: what it is told follows from these facts alone. */
function viewOf({ cohorts = [], asks = [], status = 'identified', signedIn = null, changed = null, installs = [] }: Case): AccountView {
  const account = { changes: changed ? [{ at: changed, proof: 'email_code' as const }] : [], lastSignInAt: signedIn, installs };
  const facts = sampleFacts({ nextUpdateBy: '2026-11-22T08:00:00Z', interimAdvice: { en: 'Wait.' }, lastingAdvice: { en: 'Beware.' } });
  const incident = incidentView(account, { slug: 'access', facts, status, published: ['en', 'de'], cohorts, asks }, now);
  return {
    email: 'someone@tempo.example',
    restricted: incident.todo.some((step) => step.kind === 'change_password' && !step.done),
    passwordBreached: false,
    asOf: now.toISOString(),
    incidents: [incident],
    earlier: 0,
    installs: installs.map((app) => ({ ...app, seenAt: app.seenAt.toISOString(), fixedVersion: app.platform === 'android' ? '9.2.0' : null })),
  };
}

const listed: ToldIncident['cohorts'] = [{ name: 'listed', dataInvolved: ['name'] }];
const everyone: ToldIncident['cohorts'] = [{ name: 'everyone', dataInvolved: [] }];

/** For tests: one account for each state, and some of several steps. */
export const SAMPLE_VIEWS = {
  none: { ...viewOf({}), incidents: [] },
  breached: { ...viewOf({}), passwordBreached: true },
  breachedAndAsked: { ...viewOf({ cohorts: listed, asks: ASKS }), passwordBreached: true },
  affected: viewOf({ cohorts: listed, asks: ASKS, signedIn: now, installs: [{ platform: 'android', version: '9.1.0', seenAt: since }] }),
  affectedOnly: viewOf({ cohorts: listed }),
  precaution: viewOf({ cohorts: everyone, asks: ASKS.slice(1) }),
  upgrade: viewOf({ cohorts: everyone, asks: ASKS.slice(2) }),
  nothing: viewOf({ cohorts: everyone }),
  not_affected: viewOf({}),
  checking: viewOf({ status: 'investigating' }),
  done: viewOf({
    cohorts: listed,
    asks: ASKS,
    signedIn: now,
    changed: now,
    installs: [
      { platform: 'android', version: '9.2.0', seenAt: now },
      { platform: 'toaster', version: '1', seenAt: now },
    ],
  }),
} satisfies Record<string, AccountView>;

export const sampleActivity: ActivityView = {
  sessions: [
    {
      id: 's1',
      device: 'Firefox on Linux',
      network: '192.0.2.0/24',
      createdAt: since.toISOString(),
      lastSeenAt: now.toISOString(),
      current: true,
      during: false,
    },
    {
      id: 's2',
      device: 'Tempo <b>',
      network: '198.51.100.0/24',
      createdAt: since.toISOString(),
      lastSeenAt: since.toISOString(),
      current: false,
      during: true,
    },
  ],
  events: ['enrolled', 'signed_in', 'signed_out', 'session_ended', 'code_sent', 'password_changed', 'unheard_of'].map((kind, index) => {
    return {
      id: String(index),
      at: now.toISOString(),
      since: since.toISOString(),
      count: 1 + index,
      during: index === 1,
      kind,
      device: 'Firefox on Linux',
      network: '192.0.2.0/24',
    };
  }),
};

export const sampleGuide: GuideView = {
  email: 'someone@tempo.example',
  proof: 'email_code',
  reasons: [{ slug: 'access', title: { en: 'Access' }, reason: { en: 'It was tried.' }, deadline: '2026-12-01T00:00:00Z' }],
  breached: false,
  minutes: 3,
  signOutForced: true,
  proved: true,
  factors: { passkey: false, typed: false, asked: false },
  codeSent: true,
  addressFresh: false,
  additions: [],
};

/** One of each kind, as a page asks about them. */
export const sampleAdditions: Addition[] = ADDITION_KINDS.map((kind, index) => ({
  handle: String(index).repeat(32),
  kind,
  name: kind === 'passkey' ? 'Laptop <b>' : null,
  addedAt: since.toISOString(),
  device: 'Firefox on Linux',
  network: '192.0.2.0/24',
}));

export const sampleRecovery: RecoveryView = { step: 'password', email: 'someone@tempo.example', first: false, factors: sampleGuide.factors, additions: [] };

/** Somebody who came of their own will. */
export const freeGuide: GuideView = { ...sampleGuide, proof: 'current', reasons: [], signOutForced: false, codeSent: false };
