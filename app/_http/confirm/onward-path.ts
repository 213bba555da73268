import { type Locale, localeOf, paths } from '#paths';

/** A page of the account, in small letters and hyphens: nothing that leads to another site or to another page than it names. */
const OWN = /^(?:\/[a-z]{2})?\/account(?:\/[a-z-]{1,40}){0,3}$/;

/** Where somebody goes on to: the page of the account that was named, in the language that is read, or else the account itself. */
export function onwardPath(named: string | null, locale: Locale): string {
  return named !== null && OWN.test(named) && localeOf(named) === locale ? named : paths.account(locale);
}
