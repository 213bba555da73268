/** A day or a time with its zone, not a part of a longer word such as a slug. */
const ISO = /(?<![\w/-])(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2}))?(?![\w-])/g;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Moves each ISO date of a text by a time. As long as before, so lines and columns hold; a day alone becomes the UTC day. */
export function shiftDates(source: string, shiftMs: number): string {
  // A date shows whole days, minutes or seconds, and begins at the first moment of one.
  return moveDates(source, (unitMs) => Math.floor(shiftMs / unitMs) * unitMs);
}

/** What `shiftDates` made a text of, by the same time: each date as it was written. */
export function unshiftDates(shifted: string, shiftMs: number): string {
  return moveDates(shifted, (unitMs) => -Math.floor(shiftMs / unitMs) * unitMs);
}

function moveDates(source: string, byMs: (unitMs: number) => number): string {
  if (byMs(1) === 0) return source;
  return source.replace(ISO, (whole, day: string, minute?: string, second?: string, zone?: string) => {
    const instant = Date.parse(minute ? whole : `${day}T00:00:00Z`);
    if (Number.isNaN(instant)) return whole;
    const ms = byMs(minute ? (second ? SECOND_MS : MINUTE_MS) : DAY_MS);
    // A time stays in the zone that it was written in.
    const local = new Date(instant + ms + offsetMs(zone)).toISOString();
    if (!minute) return local.slice(0, 10);
    return local.slice(0, second ? 19 : 16) + (zone ?? '');
  });
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
}
