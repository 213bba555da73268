/** A part of a URL without its percent-encoding. Null for octets that are no UTF-8. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
