import type { AccountView, IncidentState } from '#domain/status/account-view.ts';
import { incidentView } from '#domain/status/incident-view.ts';
import type { Ask, ToldIncident } from '#domain/status/told-incidents.ts';
import type { Facts, Status } from '#model/facts.ts';
import type { Locale } from '#paths';

const DAY_MS = 86_400_000;

interface Told {
  slug: string;
  facts: Facts;
  status: Status;
  published: Locale[];
  /** For its address, which nobody has. */
  host: string;
}

type Cohorts = ToldIncident['cohorts'];

/** Older than every version that was ever fixed. */
const OLD_VERSION = '0.0.1';

/** What an account of one state would be told by these facts: by the same function as real ones. Null where they tell nobody that. */
export function toldAccount(state: IncidentState, told: Told, now: Date): AccountView | null {
  const { facts, host } = told;
  const asks = facts.actions.map((action) => askOf(action, facts, now));
  const cohorts: Cohorts = facts.cohorts.map(({ name, dataInvolved }) => ({ name, dataInvolved }));
  const asked = (cohort: Cohorts[number]) => asks.filter((ask) => ask.cohort === cohort.name);
  const only = (kinds: readonly string[]) => (cohort: Cohorts[number]) => asked(cohort).filter(({ kind }) => kinds.includes(kind));
  const nobody = { cohorts: [], asks: [] };
  const of = (cohort: Cohorts[number] | undefined, its: (cohort: Cohorts[number]) => Ask[]) => cohort && { cohorts: [cohort], asks: its(cohort) };
  const without = (cohort: Cohorts[number] | undefined) => cohort && { ...cohort, dataInvolved: [] };
  const again = only(['sign_in_again', 'change_password']);
  const upgrade = only(['upgrade_app']);
  const concerned = {
    affected: () =>
      of(
        cohorts.find(({ dataInvolved }) => dataInvolved.length > 0),
        asked,
      ),
    precaution: () => of(without(cohorts.find((cohort) => again(cohort).length > 0)), again),
    upgrade: () => of(without(cohorts.find((cohort) => upgrade(cohort).length > 0)), upgrade),
    nothing: () => of(without(cohorts[0]), () => []),
    not_affected: () => nobody,
    checking: () => nobody,
    done: () =>
      of(
        cohorts.find((cohort) => asked(cohort).length > 0),
        asked,
      ),
  }[state]();
  if (!concerned) return null;
  const account = state === 'done' ? finished(concerned.asks, now) : begun(concerned.asks, now);
  const status = state === 'checking' ? 'investigating' : state === 'not_affected' && told.status === 'investigating' ? 'identified' : told.status;
  const incident = incidentView(account, { ...told, ...concerned, status }, now);
  return {
    email: `sample@${host}`,
    restricted: false,
    passwordBreached: false,
    asOf: now.toISOString(),
    incidents: [incident],
    earlier: 0,
    installs: account.installs.map(({ platform, version, seenAt }) => ({
      platform,
      version,
      seenAt: seenAt.toISOString(),
      fixedVersion: fixed(facts)?.fixedVersion ?? null,
    })),
  };
}

const fixed = (facts: Facts) => facts.platforms.find(({ action }) => action === 'upgrade');

function askOf({ cohort, kind, rollout }: Facts['actions'][number], facts: Facts, now: Date): Ask {
  const app = kind === 'upgrade_app' ? fixed(facts) : undefined;
  return {
    cohort,
    kind,
    since: new Date(now.getTime() - DAY_MS),
    proof: kind === 'change_password' ? 'email_code' : 'current',
    platform: app?.platform ?? null,
    fixedVersion: app?.fixedVersion ?? null,
    endsAt: rollout ? new Date(rollout.endsAt) : null,
  };
}

function apps(asks: readonly Ask[], version: (ask: Ask) => string, seenAt: Date) {
  return asks.flatMap((ask) => (ask.platform === null ? [] : [{ platform: ask.platform, version: version(ask), seenAt }]));
}

const begun = (asks: readonly Ask[], now: Date) => ({ changes: [], lastSignInAt: null, installs: apps(asks, () => OLD_VERSION, now) });
const finished = (asks: readonly Ask[], now: Date) => ({
  changes: [{ at: now, proof: 'email_code' as const }],
  lastSignInAt: now,
  installs: apps(asks, ({ fixedVersion }) => fixedVersion ?? OLD_VERSION, now),
});
