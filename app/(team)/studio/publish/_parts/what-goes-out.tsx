import type { PublishableLanguage } from '#domain/publishing/approved/read-publishable.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';

interface WhatGoesOutProps {
  languages: PublishableLanguage[];
  /** Submissions that go out at a time. */
  planned: ReadonlySet<number>;
  i18n: I18n;
}

/** The languages of the text: those that can go out are ticked. */
export function WhatGoesOut({ languages, planned, i18n }: WhatGoesOutProps) {
  const { t, locale } = i18n;
  return (
    <section>
      <h2 id="what">
        {t('publish.what.title')} <small>{t('publish.what.whole')}</small>
      </h2>
      <table className="t" aria-labelledby="what">
        <thead>
          <tr>
            <th scope="col">{t('studio.column.language')}</th>
            <th scope="col">{t('publish.what.text')}</th>
            <th scope="col">{t('publish.what.state')}</th>
            <th scope="col" className="n">
              {t('publish.what.at')}
            </th>
          </tr>
        </thead>
        <tbody>
          {languages.map((language) => {
            const { submission, locale: of, sourceHash, approvedBy, approvedAt, holds, isLive } = language;
            const name = t(`word.language.${of}`);
            return (
              <tr key={submission}>
                <th scope="row">
                  {holds && !isLive && !planned.has(submission) ? (
                    <label className="pick">
                      <input type="checkbox" name="submission" value={submission} defaultChecked /> <span>{name}</span>
                    </label>
                  ) : (
                    name
                  )}
                </th>
                <td data-l={t('publish.what.text')}>
                  <a href={teamPaths.review(String(submission))}>
                    <code>{`${sourceHash.slice(0, 4)} ${sourceHash.slice(4, 8)}`}</code>
                  </a>
                </td>
                <td data-l={t('publish.what.state')}>
                  <State language={language} i18n={i18n} />
                  {approvedBy !== null && (
                    <small>
                      <bdi>{approvedBy}</bdi>
                    </small>
                  )}
                </td>
                <td className="n" data-l={t('publish.what.at')}>
                  {approvedAt === null ? '–' : <Time at={approvedAt} locale={locale} style="short" />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function State({ language: { holds, isLive, isNewest, state }, i18n: { t } }: { language: PublishableLanguage; i18n: I18n }) {
  if (isLive) return <StatusBadge tone="ok">{t('review.state.live')}</StatusBadge>;
  if (holds) return <StatusBadge tone="ok">{t('review.state.approved')}</StatusBadge>;
  if (state === 'sent_back') return <StatusBadge tone="recommended">{t('review.state.sent_back')}</StatusBadge>;
  if (state === 'waiting' && isNewest) return <StatusBadge tone="progress">{t('review.state.waiting')}</StatusBadge>;
  return <StatusBadge tone="recommended">{t('review.state.ended')}</StatusBadge>;
}
