import type { Link, LinkReference } from 'mdast';
import { LANGUAGES } from '#locales/registry.ts';
import { isPrivatePath, LOCALES, paths } from '#paths';
import type { LinkPolicy } from '../policy.ts';
import type { Report } from '../report.ts';
import { hostsIn, inAscii, isLookalike, within } from './hosts.ts';
import { isPlainUrl } from './plain-url.ts';
import { textOf } from '../text-of.ts';

/** A link may speak or lead to another language than its post: those of all are looked for. */
const languages = Object.values(LANGUAGES);
/** In a host or path: the place of a sign-in, a reset or a payment. */
const SIGN_IN = new RegExp(`(?:^|[./_-])(?:${languages.flatMap(({ signInPlaces }) => signInPlaces).join('|')})(?:$|[./_-])`, 'i');
/** They hide where a link leads, and count who follows it. */
const SHORTENERS = ['bit.ly', 't.co', 'tinyurl.com', 'goo.gl', 'ow.ly', 'is.gd', 'buff.ly', 'lnkd.in', 'rb.gy', 'cutt.ly', 'rebrand.ly', 't.ly', 'shorturl.at'];
const TRACKER = /^(?:utm_.*|gclid|fbclid|mc_eid|msclkid)$/i;
const SECRET_NAME = /^(?:token|code|key|sig|signature|auth|session|sid|otp|nonce)$/i;

type Source = Link | LinkReference;

/** One link: where it leads and what its words promise. `target` holds the address: the link itself or its definition. */
export function checkLink(link: Source, target: { url: string }, policy: LinkPolicy, report: Report): void {
  const words = textOf(link)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const { url } = target;
  if (words === '') report('link/empty-text', link, 'This link has no words. Say where it leads.');
  else if (languages.some(({ vagueLink }) => vagueLink.test(words.replace(/[.!:…]+$/u, ''))))
    report('link/vague-text', link, `"${words}" doesn’t say where the link leads. Name the page.`, 'warning');

  const host = checkTarget(url, link, policy, report);
  if (host === undefined) return;
  if (plainTarget(words) === plainTarget(url)) return;
  if (/^tel:/i.test(url)) return checkNumber(words, url, link, report);
  const mailbox = /^mailto:([^?]+)/i.exec(url)?.[1]?.toLowerCase();
  const shown = words.match(/[^\s@<>()]+@[^\s@<>()]*[^\s@<>().,;:!?]/u)?.[0].toLowerCase();
  if (mailbox !== undefined && shown !== undefined && shown !== mailbox) {
    report('link/text-domain-mismatch', link, `The words name ${shown}, but the link writes to ${mailbox}. Make them the same.`);
    return;
  }
  for (const { host: named, sure } of hostsIn(words)) {
    const name = inAscii(named);
    if (host === null || name === host || `www.${name}` === host || name === `www.${host}`) continue;
    const known = [policy.host ?? [], ...policy.trustedDomains].flat().some((domain) => within(name, domain));
    if (sure || known) report('link/text-domain-mismatch', link, `The words name ${named}, but the link leads to ${host}. Make them the same.`);
    else {
      const message = `If "${named}" in the words is an address, it is another one than ${host}, to which the link leads. Make them the same, or write it so that nobody takes it for one.`;
      report('link/text-domain-mismatch', link, message, 'warning');
    }
  }
}

/** The number that the words show is the one that is called; at home it is written without its country. */
function checkNumber(words: string, url: string, link: Source, report: Report): void {
  const called = url.replace(/\D/g, '');
  for (const [shown] of words.matchAll(/\+?\d[\d\s()./-]{3,}\d/g)) {
    const digits = shown.replace('(0)', '').replace(/\D/g, '');
    const home = digits.replace(/^0(?!0)/, '');
    if (digits.replace(/^00/, '') === called || (home !== digits && called.endsWith(home))) continue;
    report('link/text-number-mismatch', link, `The words name ${shown}, but the link calls ${url.slice('tel:'.length)}. Make them the same.`);
  }
}

/** An address as people write it: without its scheme, and without the slash at its end. */
function plainTarget(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');
}

/** The host that a link leads to; null when it can't be known, undefined when the link is refused. */
function checkTarget(url: string, link: Source, policy: LinkPolicy, report: Report): string | null | undefined {
  if (!isPlainUrl(url)) {
    report('link/scheme', link, 'This link leads nowhere, or holds a space, an invisible character or a backslash. Write the whole address.');
    return undefined;
  }
  if (url.startsWith('#')) return policy.host;
  if (url.startsWith('/') && !url.startsWith('//')) {
    const [path = ''] = url.split(/[?#]/);
    const accountPage = LOCALES.some((locale) => paths.account(locale) === path);
    if ((isPrivatePath(path) && !accountPage) || path === paths.changePassword() || carriesSecret(url)) reportSignIn(link, report);
    return policy.host;
  }
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol === 'mailto:') {
    const domain = /^[^@\s,?]+@([^@\s,?]+)$/.exec(parsed.pathname)?.[1]?.toLowerCase();
    const more = parsed.search !== '' && [...parsed.searchParams.keys()].some((name) => /^(?:to|cc|bcc)$/i.test(name));
    if (!domain || more) report('link/scheme', link, 'A mail link holds one address: mailto:name@host.');
    return more ? undefined : domain;
  }
  if (parsed?.protocol === 'tel:') {
    if (/^tel:\+[\d.()-]{5,24}$/i.test(url)) return null;
    report('link/scheme', link, 'A phone link holds a whole number: tel:+46846500421.');
    return undefined;
  }
  if (parsed?.protocol !== 'https:' || !/^https:\/\/[^/]/i.test(url)) {
    report('link/scheme', link, 'A link begins with https://, mailto:, tel:, / for our own pages, or # for this page. Write the whole address.');
    return undefined;
  }
  checkOutside(parsed, link, policy, report);
  return parsed.hostname;
}

function checkOutside(url: URL, link: Source, policy: LinkPolicy, report: Report): void {
  const host = url.hostname;
  // An address in another script is plain enough where site.yaml names it.
  const trusted = (policy.host && within(host, policy.host)) || policy.trustedDomains.some((domain) => within(host, domain));
  if (url.username || url.password || (!trusted && isLookalike(host, policy.host))) {
    report('link/lookalike', link, `${url.host} could be taken for another address. Link to a plain one.`);
  } else if (!trusted) {
    const message = `${host} is not on the list of trusted domains in site.yaml. Add it there, or have an approver accept it.`;
    // Where nobody knows the list, nobody can break it.
    if (policy.host === null) report('link/untrusted-domain', link, message, 'warning');
    else report('link/untrusted-domain', link, message, 'error', 'reason');
  }
  if (SIGN_IN.test(host + url.pathname) || carriesSecret(url.href)) reportSignIn(link, report);
  if (SHORTENERS.some((domain) => within(host, domain)))
    report('link/tracker', link, `${host} hides where the link leads, and counts who follows it. Write the whole address.`);
  if ([...url.searchParams.keys()].some((name) => TRACKER.test(name)))
    report('link/tracker', link, 'The address tracks its readers. Remove what stands after "?".');
}

/** Whether an address holds something like a personal token. */
function carriesSecret(url: string): boolean {
  const query = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '');
  return [...query].some(([name, value]) => SECRET_NAME.test(name) || /^[\w-]{24,}$/.test(value));
}

function reportSignIn(link: Source, report: Report): void {
  report('link/sign-in-link', link, 'A post never links to a sign-in, a reset or a payment. Write: open the app or type our address yourself.');
}
