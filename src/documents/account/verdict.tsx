import type { I18n } from '#ui/i18n.ts';
import type { MessageKey } from '#locales/message-key.ts';
import type { AccountView, IncidentView, Tone } from '#domain/status/account-view.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { TONE_CLASS } from '#ui/tone.ts';
import { loudestFirst } from './loudest-first.ts';

/** One large sentence: what is left to do, or that nothing is. */
export function Verdict({ view, i18n: { locale, t } }: { view: AccountView; i18n: I18n }) {
  const [first] = loudestFirst(view.incidents);
  const tone = view.passwordBreached ? 'act' : (first?.tone ?? 'ok');
  return (
    <div className={`verdict ${TONE_CLASS[tone]}`}>
      <h1>
        {t(...headline(view, first, tone))}
        {!view.passwordBreached && passwordUnseen(first) && ` ${t('account.verdict.passwordUnseen')}`}
      </h1>
      <p>
        <StatusBadge tone={tone}>{t(`account.tone.${tone}`)}</StatusBadge>
      </p>
      <p>{t.rich('account.for', { email: <bdi key="email">{view.email}</bdi>, time: <Time key="time" at={view.asOf} locale={locale} /> })}</p>
    </div>
  );
}

function headline(view: AccountView, first: IncidentView | undefined, tone: Tone): [key: MessageKey, values?: { n: number }] {
  const open = view.incidents.flatMap(({ todo }) => todo.filter((step) => !step.done));
  // Two incidents may ask for the same: it is done once.
  const asked = new Set(open.map((step) => `${step.kind} ${step.platform ?? ''}`));
  if (view.passwordBreached) asked.add('change_password ');
  const n = asked.size;
  if (n > 0) return [tone === 'act' ? 'account.verdict.act' : 'account.verdict.recommended', { n }];
  if (!first) return ['account.verdict.none'];
  // These two are states of steps that are open; with the last of them done, all is.
  const state = first.state === 'precaution' || first.state === 'upgrade' ? 'done' : first.state;
  return [`account.verdict.${state}`];
}

/** Said at the top only of somebody who is asked for something, and where the facts say so. */
function passwordUnseen(first: IncidentView | undefined): boolean {
  if (first?.tone !== 'act') return false;
  const isPassword = ({ category }: { category: string }) => category === 'password';
  return first.facts.dataNotInvolved.some(isPassword) && !first.facts.dataInvolved.some(isPassword) && !first.dataInvolved.includes('password');
}
