/** Quotes, list markers and blanks before the words of a line. */
const CONTAINERS = /^(?:[ \t]|>|[-+*](?=[ \t>])|\d{1,9}[.)](?=[ \t]))*/;

/** What a line stands in: quotes, list markers and blanks. */
export function containersOf(line: string): string {
  return CONTAINERS.exec(line)?.[0] ?? '';
}

export interface Fence {
  /** Whether the next line still stands in the fence, or closes it. */
  holds: (line: string) => boolean;
}

/**
 * The fence of code that a line opens, or null. Where a fence may have ended with the list or the quote around it, it has: the bound of a text must
 * never be looser than its parser.
 */
export function fenceOf(line: string): Fence | null {
  const containers = containersOf(line);
  const [, ticks, tildes] = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line.slice(containers.length)) ?? [];
  const mark = ticks ?? tildes;
  if (mark === undefined) return null;
  const before = containers.replace(/[^>]/g, ' ');
  const quoted = before.includes('>');
  const onlyQuoted = quoted && /^[> ]*$/.test(containers);
  let closed = false;
  return {
    holds(next) {
      if (closed) return false;
      if (next.trim() === '' && !quoted) return true;
      if (!next.startsWith(onlyQuoted ? before.trimEnd() : before)) return false;
      const rest = next.slice(before.length).trim();
      closed = rest.length >= mark.length && rest === mark.charAt(0).repeat(rest.length);
      return true;
    },
  };
}
