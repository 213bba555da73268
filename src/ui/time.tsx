import type { Locale } from '#paths';
import { type MomentStyle, momentInWords } from './moment.ts';

interface TimeProps {
  /** ISO 8601. */
  at: string;
  locale: Locale;
  /** `moment` with the hour, `date` without, `short` without the year. */
  style?: MomentStyle;
}

/** An absolute time with its zone, for people and for machines. */
export function Time({ at, locale, style = 'moment' }: TimeProps) {
  const iso = new Date(at).toISOString();
  return <time dateTime={style === 'date' ? iso.slice(0, 10) : iso.replace(/:\d\d\.\d{3}Z$/, 'Z')}>{momentInWords(at, locale, style)}</time>;
}
