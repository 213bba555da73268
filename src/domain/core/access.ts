import { EDITORS, ROLES, type Role } from '#model/roles.ts';
import type { AccountActor, Actor, SessionState } from './context.ts';
import { Forbidden } from './errors.ts';

export interface Rule {
  who: Actor['kind'] | readonly Actor['kind'][];
  /** Of an account: at least one of these roles; without the field any account may, customers too. */
  roles?: readonly Role[];
  /** Of an account: in which states of a session it may, beside a full one. */
  session?: readonly SessionState[];
  /** Of an account: it authenticated of late, and by its second factor where it has one. */
  stepUp?: true;
  /** Of a service: the scope that its token must have. */
  scope?: string;
  /** `audited`: a refused attempt leaves an entry in the audit log. */
  refusal: 'audited' | 'plain';
}

/** How long ago somebody may have authenticated for what asks for a step-up. */
const STEP_UP_MINUTES = { customer: 15, staff: 5 };

/** What leads out of every state. */
const ANY: readonly SessionState[] = ['half', 'enrolling', 'restricted'];

/** Who may be the second person, for words that are not theirs. */
const APPROVERS: readonly Role[] = ['approver', 'admin'];

/** Who may take away all that is known of an incident. Whoever writes sees it part by part. */
const RECORD_READERS: readonly Role[] = ['approver', 'responder', 'admin'];

/** Who may do what: a row a verb or query, under its name. What is not named here is nobody's. */
export const access = {
  'accounts/create-account': { who: 'operator', refusal: 'audited' },
  'accounts/disable-account': { who: 'operator', refusal: 'audited' },
  'accounts/enable-account': { who: 'operator', refusal: 'audited' },
  'accounts/erase-account': { who: 'operator', refusal: 'audited' },
  'accounts/import/import-accounts': { who: 'operator', refusal: 'audited' },
  'accounts/list-accounts': { who: 'operator', refusal: 'plain' },
  'accounts/read-addressee': { who: 'system', refusal: 'plain' },
  'accounts/set-roles': { who: 'operator', refusal: 'audited' },
  'audit/export-log': { who: 'operator', refusal: 'audited' },
  'audit/verify-log': { who: 'operator', refusal: 'plain' },
  'credentials/breaches/record-answer': { who: 'system', refusal: 'plain' },
  'credentials/email-code/issue-code': { who: 'system', refusal: 'plain' },
  'credentials/email-code/send-code': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'credentials/factor/reset-factors': { who: 'operator', refusal: 'audited' },
  'credentials/factor/read-factors': { who: 'account', session: ['enrolling'], refusal: 'plain' },
  'credentials/passkey/add-passkey': { who: 'account', session: ['enrolling'], stepUp: true, refusal: 'audited' },
  'credentials/passkey/remove-passkey': { who: 'account', stepUp: true, refusal: 'audited' },
  'credentials/passkey/start-passkey': { who: 'account', session: ['enrolling'], stepUp: true, refusal: 'audited' },
  'credentials/recovery-code/make-recovery-codes': { who: 'account', stepUp: true, refusal: 'audited' },
  'credentials/totp/confirm-totp': { who: 'account', session: ['enrolling'], stepUp: true, refusal: 'audited' },
  'credentials/totp/read-totp-setup': { who: 'account', session: ['enrolling'], stepUp: true, refusal: 'plain' },
  'credentials/totp/remove-totp': { who: 'account', stepUp: true, refusal: 'audited' },
  'credentials/totp/start-totp': { who: 'account', session: ['enrolling'], stepUp: true, refusal: 'audited' },
  'sessions/end-session': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'sessions/end-sessions': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'sessions/end-other-sessions': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'sessions/report-session': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'sessions/end-all-sessions': { who: 'operator', refusal: 'audited' },
  'sessions/read-activity': { who: 'account', session: ['restricted'], refusal: 'plain' },
  'sessions/sign-in': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'sessions/ask-passkey': { who: ['visitor', 'account'], session: ANY, refusal: 'plain' },
  'sessions/sign-in-by-passkey': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'sessions/step-up': { who: 'account', session: ANY, refusal: 'audited' },
  'sessions/sign-out': { who: 'account', session: ANY, refusal: 'plain' },
  'address-change/read-address': { who: 'account', stepUp: true, refusal: 'plain' },
  'address-change/ask-for-address': { who: 'account', stepUp: true, refusal: 'audited' },
  'address-change/change-address': { who: 'account', stepUp: true, refusal: 'audited' },
  'address-change/ask-take-back': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'address-change/take-back': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'cohorts/count-cohort': { who: 'operator', refusal: 'audited' },
  'cohorts/define-cohort': { who: 'operator', refusal: 'audited' },
  'cohorts/list-cohorts': { who: 'operator', refusal: 'plain' },
  'actions/activate-action': { who: 'operator', refusal: 'audited' },
  'actions/list-actions': { who: 'operator', refusal: 'plain' },
  'actions/pause-action': { who: 'operator', refusal: 'audited' },
  'actions/resume-action': { who: 'operator', refusal: 'audited' },
  'actions/withdraw-action': { who: 'operator', refusal: 'audited' },
  'status/preview-cohort': { who: 'operator', refusal: 'plain' },
  'status/show-account': { who: 'operator', refusal: 'plain' },
  'status/read-status': { who: 'account', session: ['restricted'], refusal: 'plain' },
  'password-change/ask-proof-passkey': { who: 'account', session: ['restricted'], refusal: 'plain' },
  'password-change/change-password': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'password-change/prove-ownership': { who: 'account', session: ['restricted'], refusal: 'audited' },
  'password-change/read-change': { who: 'account', session: ['restricted'], refusal: 'plain' },
  'password-change/read-guide': { who: 'account', session: ['restricted'], refusal: 'plain' },
  'recovery/ask-recovery': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'recovery/ask-recovery-passkey': { who: ['visitor', 'account'], session: ANY, refusal: 'plain' },
  'recovery/give-code': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'recovery/give-recovery-factor': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'recovery/read-recovery': { who: ['visitor', 'account'], session: ANY, refusal: 'plain' },
  'recovery/set-recovered-password': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'your-data/download-data': { who: 'account', stepUp: true, refusal: 'audited' },
  'kept-forms/keep-form': { who: 'account', roles: ROLES, refusal: 'plain' },
  'kept-forms/take-form': { who: 'account', roles: ROLES, refusal: 'plain' },
  'keys/make-key': { who: 'account', roles: APPROVERS, stepUp: true, refusal: 'audited' },
  'keys/read-keys': { who: 'account', roles: APPROVERS, refusal: 'plain' },
  'keys/revoke-key': { who: 'account', roles: APPROVERS, refusal: 'audited' },
  'drafts/start-draft': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'beginnings/start-incident': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'beginnings/start-update': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'beginnings/start-note': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'drafts/read-discard': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/discard-draft': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'drafts/rename/read-rename': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/rename/rename-draft': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'drafts/read-draft': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/check-draft': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/accounts/preview-account': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/preview-draft': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/say-here': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'drafts/save-draft': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'facts-drafts/read-facts-draft': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'facts-drafts/save-facts-fields': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'facts-drafts/save-facts-source': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'posts/pictures/add-picture': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'posts/pictures/drop-picture': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'posts/pictures/list-pictures': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'posts/pictures/may-add': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'posts/pictures/read-picture': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'review/read-verdict': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'review/submit-draft': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'review/submit-push': { who: 'operator', refusal: 'audited' },
  'review/read-review-mail': { who: 'system', refusal: 'plain' },
  'review/read-submission': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'review/comment': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'review/send-back': { who: 'account', roles: APPROVERS, refusal: 'audited' },
  'review/approve': { who: 'account', roles: APPROVERS, stepUp: true, refusal: 'audited' },
  'review/again/publish-earlier': { who: 'account', roles: APPROVERS, stepUp: true, refusal: 'audited' },
  'translations/follow-source': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'translations/list-translations': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'translations/read-source': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'history/newest-events': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'history/record/read-record': { who: 'account', roles: RECORD_READERS, refusal: 'audited' },
  'history/read-history': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'review-links/make-link': { who: 'account', roles: EDITORS, stepUp: true, refusal: 'audited' },
  'review-links/read-links': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'review-links/revoke-link': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'review-links/open-link': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'review-links/read-outside': { who: ['visitor', 'account'], session: ANY, refusal: 'plain' },
  'review-links/outside-page': { who: ['visitor', 'account'], session: ANY, refusal: 'plain' },
  'review-links/comment-outside': { who: ['visitor', 'account'], session: ANY, refusal: 'audited' },
  'studio/read-front-page': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'beginnings/read-beginnings': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'studio/read-incidents': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'studio/read-notes': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'studio/go-to': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'studio/read-shortcuts': { who: 'account', roles: ROLES, refusal: 'plain' },
  'studio/set-shortcuts': { who: 'account', roles: ROLES, refusal: 'plain' },
  'studio/warn-of-promises': { who: 'system', refusal: 'plain' },
  'publishing/push': { who: 'operator', refusal: 'plain' },
  'publishing/read-push': { who: 'operator', refusal: 'plain' },
  'publishing/pull/read-pull': { who: 'operator', refusal: 'plain' },
  'publishing/pull/read-picture': { who: 'operator', refusal: 'plain' },
  'publishing/approved/read-publishable': { who: 'account', roles: EDITORS, refusal: 'plain' },
  'publishing/publish-approved': { who: 'account', roles: EDITORS, stepUp: true, refusal: 'audited' },
  'publishing/approved/publish-alone': { who: 'account', roles: ['admin'], stepUp: true, refusal: 'audited' },
  'publishing/approved/record-check': { who: 'system', refusal: 'plain' },
  'publishing/approved/published-paths': { who: 'system', refusal: 'plain' },
  'publishing/scheduled/schedule-publication': { who: 'account', roles: EDITORS, stepUp: true, refusal: 'audited' },
  'publishing/scheduled/stop-schedule': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'publishing/scheduled/put-away-missed': { who: 'account', roles: EDITORS, refusal: 'audited' },
  'publishing/scheduled/publish-scheduled': { who: 'system', refusal: 'plain' },
  'publishing/scheduled/miss-schedule': { who: 'system', refusal: 'plain' },
  'publishing/scheduled/next-due': { who: 'system', refusal: 'plain' },
  'publishing/scheduled/read-schedule-mail': { who: 'system', refusal: 'plain' },
  'publishing/late/say-late': { who: 'system', refusal: 'plain' },
  'publishing/publish': { who: 'operator', refusal: 'audited' },
} as const satisfies Record<string, Rule>;

export type VerbName = keyof typeof access;

/** Throws Forbidden unless the actor may do what the rule is about. The one place where permission is decided. */
export function authorise(actor: Actor, rule: Rule, now: Date): void {
  if (![rule.who].flat().includes(actor.kind)) throw new Forbidden(actor.kind === 'visitor' ? 'signed_out' : 'role');
  if (actor.kind === 'account') authoriseAccount(actor, rule, now);
  if (actor.kind === 'service' && (rule.scope === undefined || !actor.scopes.includes(rule.scope))) throw new Forbidden('role');
}

function authoriseAccount({ roles, session, hasFactor, authenticated }: AccountActor, rule: Rule, now: Date): void {
  if (session !== 'full' && !rule.session?.includes(session)) throw new Forbidden(session);
  if (rule.roles && !rule.roles.some((role) => roles.includes(role))) throw new Forbidden('role');
  if (!rule.stepUp) return;
  const minutes = roles.length > 0 ? STEP_UP_MINUTES.staff : STEP_UP_MINUTES.customer;
  const strong = !hasFactor || authenticated.level === 'factor';
  if (!strong || now.getTime() - authenticated.at.getTime() > minutes * 60_000) throw new Forbidden('step_up');
}
