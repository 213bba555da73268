import { LANGUAGES } from '#locales/registry.ts';
import type { ScheduledText } from '#domain/studio/scheduled-texts.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { zonedMoment } from '#ui/zoned-moment.ts';
import { duration, minutesTo } from '../../_parts/duration.ts';
import { textName } from '../../_parts/text-name.ts';

interface ScheduledTableProps {
  /** ISO 8601. */
  now: string;
  /** Where the team plans. */
  zone: string;
  scheduled: ScheduledText[];
  i18n: I18n;
}

/** What goes out at a time, and what would stop it now. */
export function ScheduledTable({ now, zone, scheduled, i18n }: ScheduledTableProps) {
  const { t, locale } = i18n;
  const list = new Intl.ListFormat(LANGUAGES[locale].formatTag);
  return (
    <section>
      <h2 id="scheduled">{t('schedule.list.title')}</h2>
      {scheduled.length === 0 ? (
        <p className="meta">{t('schedule.list.none')}</p>
      ) : (
        <table className="t" aria-labelledby="scheduled">
          <thead>
            <tr>
              <th scope="col">{t('studio.column.text')}</th>
              <th scope="col">{t('schedule.list.hash')}</th>
              <th scope="col">{t('schedule.list.stop')}</th>
              <th scope="col" className="n">
                {t('schedule.list.at')}
              </th>
              <th scope="col" className="n">
                {t('schedule.list.in')}
              </th>
            </tr>
          </thead>
          <tbody>
            {scheduled.map(({ schedule, submission, path, locales, hashes, wouldStop, at }) => (
              <tr key={schedule}>
                <th scope="row">
                  <a href={teamPaths.publish(String(submission))}>{textName(path, t, list.format(locales.map((of) => t(`word.language.${of}`)))).called}</a>
                  <small>
                    <bdi>{textName(path, t).of}</bdi>
                  </small>
                </th>
                <td data-l={t('schedule.list.hash')}>
                  {hashes.map((hash) => (
                    <code key={hash}>{`${hash.slice(0, 4)} ${hash.slice(4, 8)} `}</code>
                  ))}
                </td>
                <td data-l={t('schedule.list.stop')}>
                  {wouldStop === null ? t('schedule.list.nothing') : <StatusBadge tone="act">{t(`schedule.list.${wouldStop}`)}</StatusBadge>}
                </td>
                <td className="n" data-l={t('schedule.list.at')}>
                  <time dateTime={at}>{zonedMoment(at, locale, zone)}</time>
                </td>
                <td className="n" data-l={t('schedule.list.in')}>
                  {duration(minutesTo(now, at), i18n)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
