import { Invalid } from '#domain/core/errors.ts';
import { instantsOf, ZONES } from '#model/team/local-time.ts';

/** A time as somebody chose it: what clocks of a zone show; where they show it twice, the earlier or the later. */
export interface ChosenTime {
  date: string;
  time: string;
  zone: string;
  which: '' | 'earlier' | 'later';
}

/** The instant that was chosen. Throws Invalid for what is no time, and for one that clocks of the zone show not at all or, where neither was chosen, twice. */
export function chosenTime({ date, time, zone, which }: ChosenTime): Date {
  if (!ZONES.includes(zone)) throw new Invalid({ zone: 'zone_unknown' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw new Invalid({ date: 'time_wrong' });
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new Invalid({ time: 'time_wrong' });
  const [first, second] = instantsOf(date, time, zone);
  if (!first) throw new Invalid({ time: 'time_skipped' });
  if (!second) return first;
  if (which === '') throw new Invalid({ time: 'time_doubled' });
  return which === 'earlier' ? first : second;
}
