import { PLATFORMS, type Text } from '#model/facts.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';
import type { FactsWord } from '#locales/templates.ts';

/** Stands where nobody can know the value before; no field takes it. */
const TODO = 'TODO';
const UNKNOWN_PERIOD = { from: TODO, to: TODO };

type Say = (word: FactsWord) => Text;
type Skeleton = Record<string, unknown>;

const FAULT = { vuln: { affectedVersions: TODO, fixedIn: TODO, exploited: TODO } };
const nothingToInstall = PLATFORMS.map((platform) => ({ platform, action: 'none' }));

/** The facts of a new incident whose type is known: what is of the type filled in, everything else still to be written. `asOf` is ISO 8601. */
export function factsSkeleton(type: Exclude<IncidentTemplate, 'holding'>, say: Say, { noticeId, asOf }: { noticeId: string; asOf: string }): Skeleton {
  return {
    incidentType: type,
    noticeId,
    title: say('title'),
    markets: [TODO],
    asOf,
    detectedAt: TODO,
    occurred: { ...UNKNOWN_PERIOD, certainty: TODO },
    howFound: say('howFound'),
    cause: { known: false, text: say('cause') },
    dataInvolved: [{ category: TODO, effect: TODO, evidence: TODO }],
    dataNotInvolved: ['password', 'payment'].map((category) => ({ category, basis: say('basis') })),
    evidenceLooked: { sources: say('sources'), ...UNKNOWN_PERIOD, gaps: say('gaps') },
    peopleAffected: { kind: TODO, n: TODO, base: TODO, asOf },
    likelyConsequences: [say('consequence')],
    measures: [{ at: TODO, state: 'done', text: say('measure') }],
    cohorts: [],
    notAffected: { basis: say('notAffected') },
    actions: [],
    lastingAdvice: say('lastingAdvice'),
    platforms: nothingToInstall,
    trustedStores: [],
    nextUpdateBy: TODO,
    signedBy: { role: say('role') },
    statement: say('statement'),
    corrections: [],
    ...OF_TYPE[type](say),
  };
}

const OF_TYPE: Record<Exclude<IncidentTemplate, 'holding'>, (say: Say) => Skeleton> = {
  data_accessed: (say) => ({
    cohorts: [cohort(say, 'data-seen', [TODO])],
    actions: [{ cohort: 'data-seen', kind: TODO, deadline: TODO, ...asked(say), minutes: TODO }],
  }),
  credentials_exposed: (say) => ({
    dataInvolved: [{ category: 'password', effect: 'copied', evidence: TODO }],
    dataNotInvolved: [{ category: 'payment', basis: say('basis') }],
    cohorts: [cohort(say, 'passwords-exposed', ['password'])],
    actions: [{ cohort: 'passwords-exposed', kind: 'change_password', deadline: TODO, ...asked(say), minutes: TODO }],
  }),
  vulnerability: () => FAULT,
  upgrade_required: (say) => ({
    ...FAULT,
    cohorts: [cohort(say, 'app-users', [])],
    actions: [{ cohort: 'app-users', kind: 'upgrade_app', rollout: { startsAt: TODO, endsAt: TODO }, ...asked(say), minutes: TODO }],
    platforms: PLATFORMS.map((platform) => (platform === 'android' ? { platform, action: 'upgrade', fixedVersion: TODO } : { platform, action: 'none' })),
    trustedStores: [{ name: TODO, url: TODO }],
  }),
  false_alarm: () => ({ dataInvolved: [], peopleAffected: { kind: 'exact', n: 0, asOf: TODO }, likelyConsequences: [] }),
};

const cohort = (say: Say, name: string, dataInvolved: string[]) => ({ name, label: say('cohortLabel'), basis: say('cohortBasis'), dataInvolved });
const asked = (say: Say) => ({ reason: say('reason'), ifNot: say('ifNot'), sideEffect: say('sideEffect') });
