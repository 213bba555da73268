import type { Facts, Text } from '#model/facts.ts';
import type { Proof } from '#generated/prisma/client.ts';
import type { Todo } from './account-view.ts';
import type { Ask, ToldIncident } from './told-incidents.ts';
import { isBelow } from '#model/version.ts';

/** An app that wasn't seen for so long is taken as gone. */
const INSTALL_COUNTS_MS = 30 * 86_400_000;

/** What closes to-dos: facts of one account. */
export interface AccountFacts {
  passwordChangedAt: Date | null;
  passwordProof: Proof | null;
  lastSignInAt: Date | null;
  installs: { platform: string; version: string; seenAt: Date }[];
}

const STRENGTH: readonly Proof[] = ['current', 'email_code', 'factor', 'recovery'];

/** Whether a proof is at least as strong as the one asked for. */
export function satisfies(given: Proof, asked: Proof): boolean {
  return STRENGTH.indexOf(given) >= STRENGTH.indexOf(asked);
}

const ORDER: readonly Todo['kind'][] = ['sign_in_again', 'change_password', 'upgrade_app'];

/** What an account is asked for, in the order to do it; one step for what several cohorts ask alike. */
export function todoOf(account: AccountFacts, incident: ToldIncident, now: Date): Todo[] {
  const steps = incident.asks.map((ask) => stepOf(account, ask, incident.facts, now)).filter((step) => step !== null);
  const same = Map.groupBy(steps, (step) => `${step.kind} ${step.platform ?? ''}`);
  const merged = [...same.values()].map((group) => group.reduce((a, b) => (demands(b) > demands(a) ? b : a)));
  return merged.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Open before done, the stricter proof first, then the later. */
function demands(step: Todo): string {
  return [step.done ? 0 : 1, step.proof === 'email_code' ? 1 : 0, step.since].join();
}

/** Null where the ask doesn't concern this person. */
function stepOf(account: AccountFacts, ask: Ask, facts: Facts, now: Date): Todo | null {
  const words = facts.actions.find((action) => action.cohort === ask.cohort && action.kind === ask.kind);
  const deadline = words?.deadline ?? words?.rollout?.endsAt ?? ask.endsAt?.toISOString();
  const step = {
    kind: ask.kind,
    since: ask.since.toISOString(),
    reason: words?.reason ?? basisOf(facts, ask.cohort),
    ...(deadline && { deadline }),
    ...(words?.ifNot && { ifNot: words.ifNot }),
    ...(words?.sideEffect && { sideEffect: words.sideEffect }),
    ...(words?.minutes && { minutes: words.minutes }),
  };
  switch (ask.kind) {
    case 'sign_in_again':
      return { ...step, ...closedBy(account.lastSignInAt, ask) };
    case 'change_password':
      return { ...step, ...closedBy(provedChange(account, ask), ask), proof: ask.proof === 'current' ? 'current' : 'email_code' };
    case 'upgrade_app':
      return upgrade(step, account, ask, now);
  }
}

/** When the password was changed, if with a proof as strong as the one asked for. */
function provedChange(account: AccountFacts, ask: Ask): Date | null {
  return account.passwordProof !== null && satisfies(account.passwordProof, ask.proof) ? account.passwordChangedAt : null;
}

/** Whether an ask for a new password stands open. */
export function wantsPassword(account: AccountFacts, ask: Ask): boolean {
  return ask.kind === 'change_password' && !closedBy(provedChange(account, ask), ask).done;
}

function closedBy(fact: Date | null, ask: Ask): Pick<Todo, 'done' | 'doneAt' | 'tone'> {
  return fact && fact >= ask.since ? { done: true, doneAt: fact.toISOString(), tone: 'ok' } : { done: false, tone: 'act' };
}

/** Someone with other apps only isn't asked; someone of whom we see none is advised. */
function upgrade(step: Omit<Todo, 'done' | 'tone'>, account: AccountFacts, { platform, fixedVersion }: Ask, now: Date): Todo | null {
  if (platform === null || fixedVersion === null) return null;
  const seen = account.installs.filter((app) => now.getTime() - app.seenAt.getTime() <= INSTALL_COUNTS_MS);
  const concerned = seen.filter((app) => app.platform === platform);
  const below = concerned.filter((app) => isBelow(app.version, fixedVersion));
  const asked = { ...step, platform, fixedVersion };
  const installed = (apps: typeof seen) => apps.map(({ version }) => ({ platform, version }));
  if (below.length > 0) return { ...asked, done: false, tone: 'act', installed: installed(below) };
  if (seen.length === 0) return { ...asked, done: false, tone: 'recommended', installed: [] };
  if (concerned.length === 0) return null;
  const doneAt = new Date(Math.max(...concerned.map((app) => app.seenAt.getTime()))).toISOString();
  return { ...asked, done: true, doneAt, tone: 'ok', installed: installed(concerned) };
}

/** The words of a cohort for those in it. */
export function basisOf(facts: Facts, cohort: string): Text {
  return facts.cohorts.find((known) => known.name === cohort)?.basis ?? facts.title;
}
