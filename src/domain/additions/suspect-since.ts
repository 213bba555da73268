import type { ToldIncident } from '#domain/status/told-incidents.ts';

/** An intruder may have been inside for so long before anybody noticed, in milliseconds. */
const UNNOTICED_MS = 7 * 24 * 3_600_000;

/**
 * From when on what was added to an account proves nothing: since the newest incident that concerns it began, or another that goes on, and in any
 * case for seven days. `told` has the newest incident first.
 */
export function suspectSince(told: readonly ToldIncident[], now: Date): Date {
  const own = told.filter(({ cohorts }) => cohorts.length > 0);
  const began = own.filter(({ status }, place) => place === 0 || status !== 'resolved').map(({ facts }) => Date.parse(facts.occurred.from));
  return new Date(Math.min(now.getTime() - UNNOTICED_MS, ...began));
}
