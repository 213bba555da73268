/** Endings of file names that look like hosts. */
const FILES = /\.(?:pdf|png|jpe?g|webp|svg|gif|txt|md|mdx|json|xml|yaml|yml|html?|zip|csv|js|ts|css|apk|exe|dmg)$/;

interface NamedHost {
  /** In small letters. */
  host: string;
  /** It can be nothing else: behind "://", "www." or "@", or all that the words say. "17.November" and "ASP.NET" only look like one. */
  sure: boolean;
}

/** Host names that a text shows to its readers. What stands before "@" is the name of a mailbox. */
export function hostsIn(text: string): NamedHost[] {
  const plain = text.normalize('NFKC').replace(/[\u3002\uFF0E\uFF61]/g, '.');
  const found = plain.matchAll(
    /[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.(?:\p{L}{2,}|xn--[a-z0-9-]+)/giu,
  );
  const whole = /^\s*[^\s@]+\s*$/u.test(plain);
  const named = [...found].flatMap(({ 0: name, index }) => {
    const host = name.toLowerCase();
    if (FILES.test(host) || plain.charAt(index + name.length) === '@') return [];
    const behind = plain.slice(Math.max(0, index - 3), index);
    const alone = whole && index === 0 && /\p{L}[^.]*\.(?!.*\p{Lu})[^.]+$/u.test(name);
    return [{ host, sure: behind === '://' || behind.endsWith('@') || host.startsWith('www.') || alone }];
  });
  // Of a whole address the host is certain, though it be a number or one word.
  const addressed = [...plain.matchAll(/:\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]*[\p{L}\p{N}])/gu)].map(([, host = '']) => ({ host: host.toLowerCase(), sure: true }));
  return [...named, ...addressed.filter(({ host }) => !named.some((other) => other.host === host))];
}

/** A host as browsers name it: small letters, and other scripts by their code. */
export function inAscii(host: string): string {
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host.toLowerCase();
}

/** Whether a host is a domain or below it. */
export function within(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** A host in another script, or one that is one letter away from ours: `t3mpo.example` for `tempo.example`. */
export function isLookalike(host: string, own: string | null): boolean {
  if (host.split('.').some((label) => label.startsWith('xn--')) || /[^a-z0-9.-]/.test(host)) return true;
  if (own === null || within(host, own)) return false;
  const registered = host.split('.').slice(-own.split('.').length).join('.');
  return host.includes(`${own}.`) || distance(registered, own) === 1;
}

/** Letters to add, drop or change to get from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
