import type { Publishable } from '#domain/publishing/approved/read-publishable.ts';
import type { ScheduleView } from '#domain/publishing/scheduled/schedules-of.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { wallOf } from '#model/team/local-time.ts';
import { LOCALES, teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';
import { zonedMoment } from '#ui/zoned-moment.ts';
import { duration, minutesTo } from '../../../_parts/duration.ts';
import { When } from './when.tsx';

interface PlannedProps {
  id: string;
  publishable: Publishable;
  schedule: ScheduleView;
  /** What was typed and refused, if it was for this one. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** What goes out at a time: stopped by a button, moved by another time, or published now. */
export function Planned({ id, publishable: { now, languages }, schedule, typed, i18n }: PlannedProps) {
  const { t, locale } = i18n;
  const { at, zone, by, submissions, reasons } = schedule;
  const wall = new Date(wallOf(Date.parse(at), zone)).toISOString();
  const planned = new URLSearchParams({ date: wall.slice(0, 10), time: wall.slice(11, 16), zone });
  const of = languages.filter(({ submission }) => submissions.includes(submission)).map((language) => t(`word.language.${language.locale}`));
  const carried = (
    <>
      {submissions.map((submission) => (
        <input key={submission} type="hidden" name="submission" value={submission} />
      ))}
      {LOCALES.map((language) => (
        <input key={language} type="hidden" name={`why_${language}`} value={reasons[language] ?? ''} />
      ))}
    </>
  );
  return (
    <section aria-labelledby={`planned-${schedule.id}`}>
      <h2 id={`planned-${schedule.id}`}>{t('schedule.planned', { languages: new Intl.ListFormat(LANGUAGES[locale].formatTag).format(of) })}</h2>
      <p>
        <b>
          <time dateTime={at}>{zonedMoment(at, locale, zone)}</time>
        </b>{' '}
        · <Time at={at} locale={locale} style="short" /> · {t('schedule.in', { span: duration(minutesTo(now, at), i18n) })}
      </p>
      <p className="meta">{t.rich('schedule.by', { by: <bdi key="by">{by}</bdi> })}</p>
      <form method="post" action={teamPaths.stopSchedule(id)}>
        <input type="hidden" name="schedule" value={schedule.id} />
        <p className="actions">
          <button className="btn q" type="submit">
            {t('schedule.stop')}
          </button>
          <span className="meta">{t('schedule.stopNote')}</span>
        </p>
      </form>
      <details open={typed !== null}>
        <summary>{t('schedule.move')}</summary>
        <form method="post" action={teamPaths.publishNow(id)}>
          {carried}
          <input type="hidden" name="when" value="at" />
          <input type="hidden" name="instead" value={schedule.id} />
          <When now={now} zone={zone} typed={typed ?? planned} prefix={`move-${schedule.id}-`} i18n={i18n} />
          <p className="actions">
            <button className="btn q" type="submit">
              {t('schedule.moveSend')}
            </button>
          </p>
        </form>
      </details>
      <form method="post" action={teamPaths.publishNow(id)}>
        {carried}
        <p className="actions">
          <button className="btn q" type="submit">
            {t('schedule.nowInstead')}
          </button>
        </p>
      </form>
    </section>
  );
}

/** What was to go out and did not, and why. */
export function Missed({ id, schedule, i18n: { t, locale } }: { id: string; schedule: ScheduleView; i18n: I18n }) {
  return (
    <section className="missed">
      <p>
        <b>{t('schedule.missed.title', { at: zonedMoment(schedule.at, locale, schedule.zone) })}</b> {t(`schedule.missed.${schedule.missed ?? 'no_worker'}`)}
      </p>
      <form method="post" action={teamPaths.putAwayMissed(id)}>
        <input type="hidden" name="schedule" value={schedule.id} />
        <button className="link" type="submit">
          {t('schedule.putAway')}
        </button>
      </form>
    </section>
  );
}
