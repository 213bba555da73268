/** Names of the zones of this runtime, as IANA has them. */
export const ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Of the clocks, and then of what a wall showed before a year had any. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Every instant at which clocks of a zone show a date and a time: mostly one; none where clocks go forward over it, two where they go back, the
 * earlier first. `date` is `2026-11-20`, `time` is `06:00`.
 */
export function instantsOf(date: string, time: string, zone: string): Date[] {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== `${date}T${time}`) return [];
  // No zone changes its clocks twice within two days.
  const offsets = new Set([-DAY_MS, 0, DAY_MS].map((away) => wallOf(wall + away, zone) - (wall + away)));
  const found = [...offsets].map((offset) => wall - offset).filter((at) => wallOf(at, zone) === wall);
  return found.sort((a, b) => a - b).map((at) => new Date(at));
}

const DAY_MS = 86_400_000;

/** What clocks of a zone show at an instant: as if it were UTC, to the minute. */
export function wallOf(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute);
}
