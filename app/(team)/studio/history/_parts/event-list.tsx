import type { TextEvent } from '#domain/history/events.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface EventListProps {
  events: readonly TextEvent[];
  /** Of what names the table. */
  labelledBy: string;
  i18n: I18n;
}

/** What was done with texts, a row each. */
export function EventList({ events, labelledBy, i18n: { t, locale } }: EventListProps) {
  return (
    <table className="t" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('history.column.text')}</th>
          <th scope="col">{t('history.column.what')}</th>
          <th scope="col">{t('history.column.by')}</th>
          <th scope="col" className="n">
            {t('history.column.when')}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.kind} ${event.at} ${event.postId} ${event.update} ${event.locale} ${event.revision} ${event.edition}`}>
            <th scope="row">
              <a href={teamPaths.historyOf(String(event.postId))}>
                <bdi>{event.update === null ? event.slug : `${event.slug} › ${event.update}`}</bdi>
              </a>
              <small>{t('history.revision', { language: t(`word.language.${event.locale}`), n: event.revision })}</small>
            </th>
            <td data-l={t('history.column.what')}>
              <What event={event} t={t} />
              {event.reason !== null && (
                <small>
                  <bdi>{event.reason}</bdi>
                </small>
              )}
              {event.sameAs !== null && <small>{t('history.sameAs', { n: event.sameAs })}</small>}
            </td>
            <td data-l={t('history.column.by')}>
              <People {...event} t={t} />
            </td>
            <td className="n" data-l={t('history.column.when')}>
              <Time at={event.at} locale={locale} style="short" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function What({ event: { kind, edition, submission }, t }: { event: TextEvent; t: I18n['t'] }) {
  const words = kind === 'published' || kind === 'alone' ? t(`history.kind.${kind}`, { n: edition ?? 0 }) : t(`history.kind.${kind}`);
  return submission === null ? <span>{words}</span> : <a href={teamPaths.review(String(submission))}>{words}</a>;
}

interface PeopleProps {
  by: readonly string[];
  fromFolder: boolean;
  t: I18n['t'];
}

/** Who of the team; a dash where nobody did, or nobody knows. */
export function People({ by, fromFolder, t }: PeopleProps) {
  if (by.length === 0) return <span>{fromFolder ? t('history.operator') : '–'}</span>;
  return by.map((who, index) => (
    <span key={who}>
      {index > 0 && ', '}
      <bdi>{who}</bdi>
    </span>
  ));
}
