/** A part of a URL without its percent-encoding. Null for octets that are no UTF-8, and for control characters: no protocol has a place for them. */
export function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    return /[\u0000-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
