import type { I18n } from '#ui/i18n.ts';
import type { IncidentView } from '#domain/status/account-view.ts';
import { paths } from '#paths';

/** By which number to ask for the incident, and where to read all of it. */
export function AboutIncident({ incident, i18n: { locale, t } }: { incident: IncidentView; i18n: I18n }) {
  const { slug, facts, published } = incident;
  const language = published.includes(locale) ? locale : published[0];
  return (
    <p className="meta">
      {t.rich('account.about', { notice: <bdi>{facts.noticeId}</bdi> })}
      {language !== undefined && (
        <>
          {' · '}
          <a href={paths.advisory(language, slug)} {...(language !== locale && { hrefLang: language })}>
            {t('account.read')}
          </a>
        </>
      )}
    </p>
  );
}
