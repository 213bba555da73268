import type { LinkView } from '#domain/review-links/read-links.ts';
import type { SubmissionView } from '#domain/review/read-submission.ts';
import { LOCALES, teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';

interface OutsideProps {
  submission: SubmissionView;
  links: LinkView[];
  /** What was typed into the form and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** Who reads this text without an account, and the way to ask one more. */
export function Outside({ submission: { id, state, isNewest }, links, typed, i18n }: OutsideProps) {
  const { t } = i18n;
  const waits = state === 'waiting' && isNewest;
  if (!waits && links.length === 0) return null;
  return (
    <section aria-labelledby="outside">
      <h2 id="outside">{t('outside.team.title')}</h2>
      <p className="meta">{t('outside.team.why')}</p>
      <Asked links={links} i18n={i18n} />
      {waits && <AskForm submission={id} typed={typed} i18n={i18n} />}
    </section>
  );
}

function Asked({ links, i18n: { t, locale } }: Pick<OutsideProps, 'links' | 'i18n'>) {
  if (links.length === 0) return <p>{t('outside.team.none')}</p>;
  return (
    <ul className="rows" aria-label={t('outside.team.list')}>
      {links.map(({ id, forWhom, by, state, expiresAt, opened, openedAt }) => (
        <li key={id}>
          <p>
            <bdi>
              <b>{forWhom}</b>
            </bdi>{' '}
            <StatusBadge tone={state === 'good' ? 'ok' : 'progress'}>
              {t.rich(`outside.team.state.${state}`, { at: <Time key="at" at={expiresAt} locale={locale} style="short" /> })}
            </StatusBadge>
          </p>
          <p className="meta">
            {t.rich('outside.team.by', { by: <bdi key="by">{by}</bdi> })}{' '}
            {t.rich('outside.team.opened', { n: opened, at: openedAt === null ? '' : <Time key="opened" at={openedAt} locale={locale} style="short" /> })}
          </p>
          {state === 'good' && (
            <form method="post" action={teamPaths.revokeLink(String(id))}>
              <button className="link" type="submit" aria-label={t('outside.team.revokeThis', { name: forWhom })}>
                {t('outside.team.revoke')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function AskForm({ submission, typed, i18n: { t, locale } }: { submission: number; typed: URLSearchParams | null; i18n: I18n }) {
  return (
    <form method="post" action={teamPaths.askOutside(String(submission))} className="say">
      <p>
        <label htmlFor="forWhom">{t('outside.team.forWhom')}</label>
        <small className="meta" id="forWhom-hint">
          {t('outside.team.forWhomHint')}
        </small>
        <input id="forWhom" name="forWhom" maxLength={120} required dir="auto" aria-describedby="forWhom-hint" defaultValue={typed?.get('forWhom') ?? ''} />
      </p>
      <p>
        <label htmlFor="days">{t('outside.team.days')}</label>
        <input id="days" name="days" inputMode="numeric" size={3} required defaultValue={typed?.get('days') ?? '3'} />
      </p>
      <p>
        <label htmlFor="locale">{t('outside.team.language')}</label>
        <select id="locale" name="locale" defaultValue={typed?.get('locale') ?? locale}>
          {LOCALES.map((offered) => (
            <option key={offered} value={offered} lang={offered}>
              {t(`word.language.${offered}`)}
            </option>
          ))}
        </select>
      </p>
      <button className="btn q" type="submit">
        {t('outside.team.send')}
      </button>
      <p className="meta">{t('outside.team.stepUp')}</p>
    </form>
  );
}
