import { hostsIn, inAscii, within } from '#compiler/grammar/links/hosts.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Hit, type Rule, type Subject } from '#compiler/lint/rule.ts';

/** What installs a program when it is opened. */
const APP_FILE = /\.(?:apk|aab|xapk|ipa|exe|msi|msix|dmg|pkg|appimage|deb|rpm|jar|bat|scr)$/i;
const STORES = [
  'play.google.com',
  'apps.apple.com',
  'itunes.apple.com',
  'apps.microsoft.com',
  'appgallery.huawei.com',
  'galaxystore.samsung.com',
  'f-droid.org',
];

export const untrustedStore: Rule = {
  id: 'action/untrusted-store',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: POSTS,
  *check(subject) {
    const { text, facts, site } = subject;
    const listed = (facts?.trustedStores ?? []).map(({ url }) => new URL(url).hostname);
    const allowed = [...listed, ...(site ? [inAscii(site.host), ...site.trustedDomains.map(inAscii)] : [])];
    const isListed = (host: string) => (facts ? listed : allowed).some((store) => within(host, store));
    for (const { node, url } of text.links) {
      if (!URL.canParse(url, 'https://own.invalid')) continue;
      const { hostname, pathname } = new URL(url, 'https://own.invalid');
      if (APP_FILE.test(pathname) && !isListed(hostname))
        yield { at: node, message: 'This link is an app file, which false messages send. Name the stores instead: <TrustedStores />.' };
      else if (facts && STORES.includes(hostname) && !isListed(hostname))
        yield { at: node, message: `${hostname} is not among the trusted stores of incident.yaml. Add it there, or leave it out.` };
    }
    yield* placesToInstall(subject, allowed);
  },
};

/** Hosts that a sentence names as a place to get an app. */
function* placesToInstall({ text, site, book }: Subject, allowed: readonly string[]): Iterable<Hit> {
  if (!site) return;
  for (const sentence of text.sentences) {
    if (!sentence.text.includes('.') || !book.has('installing', sentence.text)) continue;
    const host = hostsIn(sentence.text).find(({ host }) => !allowed.some((domain) => within(inAscii(host), domain)) && /\.[a-z]{2,}$/.test(inAscii(host)));
    if (!host) continue;
    const from = sentence.text.toLowerCase().indexOf(host.host);
    if (from === -1) continue;
    const at = { passage: sentence.passage, from: sentence.from + from, to: sentence.from + from + host.host.length };
    yield { at, message: `${quoted(at)} is not a place where people get our apps. Name those of incident.yaml: <TrustedStores />.` };
  }
}
