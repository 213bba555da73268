/** Endings of file names that look like hosts. */
const FILES = /\.(?:pdf|png|jpe?g|webp|svg|gif|txt|md|mdx|json|xml|yaml|yml|html?|zip|csv|js|ts|css|apk|exe|dmg)$/;

/** Host names that a text shows to its readers, in small letters. */
export function hostsIn(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u3002\uFF0E\uFF61]/g, '.')
    .toLowerCase();
  const found =
    plain.match(/[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.(?:\p{L}{2,}|xn--[a-z0-9-]+)/gu) ?? [];
  return found.filter((host) => !FILES.test(host));
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
