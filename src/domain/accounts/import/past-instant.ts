import { instant } from '#model/instant.ts';

export class Refused {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** As nearly every export writes a time: whole seconds of UTC, on a day that every month has. Such texts stand in the order of their times. */
const PLAIN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const EPOCH = '1970-01-01T00:00:00Z';

/** Reads times that have been at `now`, as PostgreSQL takes them: a password from tomorrow would win over every change made until then. */
export function pastInstant(now: Date): (column: string, value: string | undefined) => string | null | Refused {
  // Without the part of a second; a plain time of this second has been.
  const second = `${now.toISOString().slice(0, -'.000Z'.length)}Z`;
  return (column, value) => {
    if (!value) return null;
    if (value.length === second.length && value > EPOCH && value <= second && PLAIN.test(value)) return value;
    return anyPastInstant(column, value, now);
  };
}

/** The same for every way to write a time. */
export function anyPastInstant(column: string, value: string, now: Date): string | Refused {
  if (value.length > 40 || !instant.safeParse(value).success) return new Refused(`${column} is no time with its zone, like 2014-05-22T00:00:00Z`);
  const at = Date.parse(value);
  if (!(at > 0)) return new Refused(`${column} is before 1970`);
  if (at > now.getTime()) return new Refused(`${column} has not come yet`);
  // PostgreSQL knows fewer offsets than ISO 8601 does.
  return value.endsWith('Z') ? value : new Date(at).toISOString();
}
