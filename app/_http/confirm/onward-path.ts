import { type Locale, localeOf, paths } from '#paths';

/** A page of the account or the team, in small letters, digits and hyphens: nothing that leads to another site or to another page than it names. */
const OWN = /^(?:\/[a-z]{2})?\/account(?:\/[a-z-]{1,40}){0,3}$/;
const TEAM = /^\/studio(?:\/[a-z0-9-]{1,40}){0,4}$/;

/** Where somebody goes on to: the page of the account that was named, in the language that is read, or one of the team's, or else the account itself. */
export function onwardPath(named: string | null, locale: Locale): string {
  if (named !== null && TEAM.test(named)) return named;
  return named !== null && OWN.test(named) && localeOf(named) === locale ? named : paths.account(locale);
}
