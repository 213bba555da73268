import { isIP } from 'node:net';
import { inAscii, within } from '#compiler/grammar/links/hosts.ts';
import { lowered } from '#compiler/lint/text/lowered.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';
import type { Passage, Span } from '#compiler/lint/text/passage.ts';

const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@| ?[([](?:at|ät)[)\]] ?)((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})(?![\p{L}\p{N}])/gu;
const NETWORK = /(?<![\p{L}\p{N}.:])[\da-f]{0,4}(?:(?:[.:]{1,2}|\[\.\])[\da-f]{1,4}){1,8}(?![\p{L}\p{N}]|[.:][\da-f])/gu;
/** Names that lead nowhere on the public net: RFC 6762 and 8375, and what companies use. */
const INTERNAL =
  /(?<![\p{L}\p{N}.-])(?:localhost|(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:internal|intranet|corp|lan|local|localdomain|home\.arpa))(?![\p{L}\p{N}-]|\.\p{L})/gu;
/** Keys by what their makers begin them with, and what only a program writes. */
const KEY =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|(?<![\p{L}\p{N}_-])(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|sk-[\w-]{20,200}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,128}|xox[abprs]-[A-Za-z0-9-]{10,200}|AIza[\w-]{35}|eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,1000}|(?=[A-Za-z+/]{0,63}\d)(?=[A-Z\d+/]{0,63}[a-z])(?=[a-z\d+/]{0,63}[A-Z])[A-Za-z0-9+/]{40,4000}={0,2})(?![\p{L}\p{N}_-])/gu;
const HARDWARE = /(?<![\p{L}\p{N}:-])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\p{L}\p{N}]|[:-][\da-f])/gu;
const UUID = /(?<![\p{L}\p{N}-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\p{N}-])/gu;

export const leak: Rule = {
  id: 'legal/leak',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: POSTS,
  *check({ text, site, book }) {
    const own = site
      ? [site.host, ...site.trustedDomains, ...Object.values(site.contacts).flatMap((contact) => contact.split('@')[1] ?? [])].map(inAscii)
      : null;
    for (const passage of text.passages) {
      const all = (pattern: RegExp) =>
        [...(pattern === KEY ? passage.text : lowered(passage.text)).matchAll(pattern)].map(({ 0: found, 1: part, index }) => ({
          at: span(passage, index, found),
          found,
          part,
        }));
      for (const { at, part = '' } of own ? all(MAIL) : [])
        if (!own?.some((domain) => within(inAscii(part), domain))) yield { at, message: `${quoted(at)} is an address of somebody else. Leave it out.` };
      for (const { at, found } of all(NETWORK))
        if (isAddress(found) && !book.has('version', passage.text.slice(Math.max(0, at.from - 20), at.from)))
          yield { at, message: `${quoted(at)} is an address in a network, and shows people or systems of ours. Leave it out.` };
      for (const { at } of all(HARDWARE)) yield { at, message: `${quoted(at)} is the address of one device. Leave it out.` };
      for (const { at } of all(INTERNAL)) yield { at, message: `${quoted(at)} is a name inside our network. Say what the system does: "a test server".` };
      for (const { at } of all(KEY)) yield { at, message: 'Here stands what looks like a key or a token. Leave it out, and make it useless.' };
      for (const { at } of all(UUID)) yield { at, message: `${quoted(at)} names one record or account of ours. Leave it out.` };
    }
    for (const { node, url } of text.links) {
      const leaked = own && behind(url).find((name) => (name.includes('@') ? !own.some((domain) => within(inAscii(name.slice(1)), domain)) : isOurs(name)));
      if (leaked) yield { at: node, message: `This link leads to "${leaked}", which is no public place of ours. Leave it out.` };
    }
    for (const sentence of text.sentences) {
      for (const at of book.find('accountIds', sentence)) {
        const [id = ''] = /\d{4,}$/.exec(at.passage.text.slice(at.from, at.to)) ?? [];
        // Of such a size it is a year.
        if (id !== '' && !/^(?:19|20)\d\d$/.test(id)) yield { at, message: `${quoted(at)} names one account. Leave the number out.` };
      }
    }
  },
};

/** An address of the net, as it is written or with brackets around its dots; what stands behind a colon may be its port. */
function isAddress(found: string): boolean {
  const plain = found.replaceAll('[.]', '.');
  return isIP(plain) !== 0 || isIP(plain.replace(/:\d{2,5}$/, '')) !== 0;
}

/** Where a link leads: its host, or the domain of its mailbox behind an "@". */
function behind(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { protocol, hostname, pathname } = new URL(url);
  return protocol === 'mailto:' ? [`@${pathname.split('@')[1] ?? ''}`] : [hostname.replace(/^\[|\]$/g, '')];
}

function isOurs(host: string): boolean {
  return isIP(host) !== 0 || [...host.matchAll(INTERNAL)].length > 0;
}

function span(passage: Passage, from: number, found: string): Span {
  return { passage, from, to: from + found.length };
}
