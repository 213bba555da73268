interface Needs {
  /** `sha256-…` of the one inline stylesheet. */
  styleHash: string;
  /** Our own small script, which asks for `live.json`. */
  script?: boolean;
  /** The whole address of the one script that the page has, which asks for nothing. */
  onlyScript?: string;
  images?: boolean;
  /** Forms post to our own origin. */
  forms?: boolean;
}

/** A document's Content-Security-Policy: nothing, but for what the page has. */
export function policyOf({ styleHash, script = false, onlyScript, images = false, forms = false }: Needs): string {
  return [
    // The page's icon is in the page itself.
    `default-src 'none'; style-src '${styleHash}'; img-src data:${images ? " 'self'" : ''}`,
    script && "script-src 'self'; connect-src 'self'",
    onlyScript && `script-src ${onlyScript}`,
    `base-uri 'none'; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'`,
  ]
    .filter(Boolean)
    .join('; ');
}
