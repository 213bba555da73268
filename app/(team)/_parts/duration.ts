import type { I18n } from '#ui/i18n.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** A span of whole minutes in words: from two days on in days. */
export function duration(minutes: number, { t }: Pick<I18n, 't'>): string {
  if (minutes >= 2 * DAY) return t('schedule.days', { n: Math.round(minutes / DAY) });
  const rest = `${minutes % HOUR} ${t('studio.promise.minutes')}`;
  return minutes < HOUR ? rest : `${Math.floor(minutes / HOUR)} ${t('studio.promise.hours')} ${rest}`;
}

/** Whole minutes from one instant to another, both ISO 8601; none where it is past. */
export function minutesTo(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}
