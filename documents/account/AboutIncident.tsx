import { t } from '#documents/messages.ts';
import type { IncidentView } from '#domain/accounts/account-view.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/Time.tsx';
import { Words } from './Words.tsx';

/** Which incident, where to read of it, and how fresh this is. */
export function AboutIncident({ incident, asOf, locale }: { incident: IncidentView; asOf: string; locale: Locale }) {
  const { slug, facts, published } = incident;
  const language = published.includes(locale) ? locale : published[0];
  const title = <Words text={facts.title} locale={locale} />;
  return (
    <p className="meta">
      {t(locale).rich('account.about', {
        title:
          language === undefined ? (
            title
          ) : (
            <a href={paths.advisory(language, slug)} {...(language !== locale && { hrefLang: language })}>
              {title}
            </a>
          ),
        notice: <bdi>{facts.noticeId}</bdi>,
        time: <Time at={asOf} locale={locale} />,
      })}
    </p>
  );
}
