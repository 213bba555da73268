/** A moment as authors write it: ISO 8601 in UTC, to the minute. */
export function toTheMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}:00Z`;
}
