import { LANGUAGES } from '#locales/registry.ts';
import { wallOf, ZONES } from '#model/team/local-time.ts';
import type { I18n } from '#ui/i18n.ts';
import { ChosenTime } from './chosen-time.tsx';

interface WhenProps {
  /** ISO 8601. */
  now: string;
  /** Where the team plans. */
  zone: string;
  /** What was typed and refused, or what is planned. */
  typed: URLSearchParams | null;
  /** Of the fields, where a page has several. */
  prefix?: string;
  i18n: I18n;
}

/** A day, a time and a zone; with a script also how far ahead that is. Whole without. */
export function When({ now, zone, typed, prefix = '', i18n: { t, locale } }: WhenProps) {
  const chosen = typed?.get('zone') || zone;
  const tomorrow = new Date(wallOf(Date.parse(now), chosen) + 86_400_000).toISOString();
  const doubled = typed?.get('which') !== null && typed?.get('when') === 'at' && typed.get('time') !== null;
  return (
    <ChosenTime
      prefix={prefix}
      now={now}
      tag={LANGUAGES[locale].formatTag}
      zones={[...new Set([zone, 'UTC', ...ZONES])]}
      initial={{
        date: typed?.get('date') || tomorrow.slice(0, 10),
        time: typed?.get('time') || '06:00',
        zone: chosen,
        which: typed?.get('which') ?? '',
      }}
      asksWhich={doubled}
      words={{
        date: t('schedule.date'),
        time: t('schedule.time'),
        zone: t('schedule.zone'),
        which: t('schedule.which'),
        earlier: t('schedule.earlier'),
        later: t('schedule.later'),
        ahead: t('schedule.ahead'),
        days: t('schedule.daysShort'),
        hours: t('studio.promise.hours'),
        minutes: t('studio.promise.minutes'),
        past: t('schedule.past'),
        skipped: t('schedule.skipped'),
      }}
    />
  );
}
