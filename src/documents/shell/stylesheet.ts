import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Stylesheet {
  css: string;
  /** As a Content-Security-Policy names it: `sha256-…`. */
  hash: string;
}

/** The stylesheet as the build left it in `dist/`. */
export async function loadStylesheet(root: string): Promise<Stylesheet> {
  const { text } = JSON.parse(await readFile(join(root, 'dist', 'stylesheet.json'), 'utf8')) as { text: string };
  return stylesheetOf(text);
}

export function stylesheetOf(css: string): Stylesheet {
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}
