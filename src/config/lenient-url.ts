/**
 * The parts of an address that holds a password. A percent sign that encodes nothing is itself: passwords have them. Null for what is no URL
 * or has a fragment: a password with a bare # ends there, and what stands before it would be read as a host.
 */
export function lenientUrl(written: string): URL | null {
  const url = URL.parse(written.trim().replace(/%(?![0-9a-f]{2})/gi, '%25'));
  return url === null || written.includes('#') ? null : url;
}
