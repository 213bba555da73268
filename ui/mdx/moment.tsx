import type { Locale } from '#paths';
import { FORMAT_TAGS } from '../moment.ts';

/** An absolute time in UTC, named as such; `date` leaves out the hour. An unreadable time shows as it was written. */
export function Moment({ at, date = false, locale }: { at: string; date?: boolean; locale: Locale }) {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <bdi>{at}</bdi>;
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;
  const words = new Intl.DateTimeFormat(FORMAT_TAGS[locale], date ? day : { ...day, ...hour }).format(instant);
  const iso = instant.toISOString();
  return (
    <time dateTime={date ? iso.slice(0, 10) : iso.replace(/:\d\d\.\d{3}Z$/, 'Z')}>
      <bdi>{words}</bdi>
    </time>
  );
}
