/** A clock may be wrong and a zone forgotten, but by no more than a day. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is wrong with a date of something that has happened, at a given time; null when nothing is. */
export function futureDate(date: string, now: Date): string | null {
  if (Date.parse(date) <= now.getTime() + DAY_MS) return null;
  return `${date} is more than a day ahead, and what stands under it would be on top of all lists until then. Write when it was.`;
}
