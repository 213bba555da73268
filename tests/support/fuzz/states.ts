import { secretOf } from '#app/_auth/session-cookie.ts';
import type { Config } from '#config';
import { access, type Rule, type VerbName } from '#domain/core/access.ts';
import type { SessionState } from '#domain/core/context.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { DEFAULT_LOCALE as L, paths } from '#paths';
import type { Jar } from './send.ts';

/** How far a sender has come; `none` without a live session. */
export type State = SessionState | 'none';

/** Of the session that a jar’s cookie names. */
export async function stateOf(db: PrismaClient, config: Config, { cookies, isSignedIn }: Jar): Promise<State> {
  const get = (name: unknown) => ({ name: String(name), value: cookies.get(String(name)) ?? '' });
  const secret = isSignedIn ? await secretOf({ get }, config) : null;
  const session = secret === null ? null : await resumeSession(db, secret);
  return session?.kind === 'live' ? session.actor.session : 'none';
}

const GUIDE = [paths.password, paths.passwordProof, paths.passwordYours, paths.passwordNew, paths.passwordDone].map((path) => path(L));
const FACTORS = [paths.factors, paths.factorApp, paths.factorPasskey, paths.factorCodes].map((path) => path(L));

/** The pages of the account, in the default language, that a session leads to before it is a full one. */
export const OPEN: Record<Exclude<SessionState, 'full'>, readonly string[]> = {
  half: [paths.confirm(L)],
  enrolling: [paths.confirm(L), ...FACTORS],
  restricted: [paths.account(L), paths.confirm(L), paths.sessions(L), ...GUIDE],
};

/** Whether a page of the account is there for such a sender. */
export const leadsTo = (state: State, page: string) => (state === 'none' ? false : state === 'full' || OPEN[state].includes(page));

/** Whether such a sender may do it, as the table of permissions says it; roles and step-up are left out of account. */
export function mayDo(state: State, verb: VerbName): boolean {
  const { who, session = [] }: Rule = access[verb];
  if (state === 'none') return [who].flat().includes('visitor');
  return [who].flat().includes('account') && (state === 'full' || session.includes(state));
}

/** What hangs on a code that the team handed to somebody outside, and on no session: `tests/e2e/outside-review.test.ts` does it. */
const isByCode = (verb: VerbName) => verb.startsWith('review-links/');

/** Every verb that such a sender may call and that writes; a query is named after what it reads. */
export const verbsOf = (state: State) =>
  (Object.keys(access) as VerbName[]).filter((verb) => mayDo(state, verb) && !verb.includes('/read-') && !isByCode(verb)).sort();

/** Answers which verbs people have done since it was asked last. */
export async function deedReader(db: PrismaClient): Promise<() => Promise<VerbName[]>> {
  const { _max } = await db.auditEntry.aggregate({ _max: { seq: true } });
  let last = _max.seq ?? 0n;
  return async () => {
    const done = await db.auditEntry.findMany({ where: { seq: { gt: last } }, orderBy: { seq: 'asc' } });
    last = done.at(-1)?.seq ?? last;
    return done.filter(({ actor, outcome }) => outcome === 'done' && !actor.startsWith('system:')).map(({ verb }) => verb as VerbName);
  };
}
