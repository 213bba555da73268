/** The Content-Security-Policy of a page of the team: our own scripts and styles by a word of this one answer, and the preview in a frame of its own. */
export function teamPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    // What React says of a fault in development, it evaluates.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // The development server puts its styles in without a word.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
