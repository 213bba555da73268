import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadStylesheet, type Stylesheet } from './stylesheet.ts';

/** What every public document is made with, besides the edition. */
export interface SiteOptions {
  /** The site's origin, without a slash at its end. */
  url: string;
  /** Names the version of the code: another one makes every document anew. */
  build: string;
  stylesheet: Stylesheet;
  liveScript: LiveScript;
}

export interface LiveScript {
  path: string;
  body: string;
}

/** The address holds the hash, so the script may be kept for ever. */
export function liveScriptOf(body: string): LiveScript {
  return { path: `/candor-live.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.js`, body };
}

/** Reads what the build left in `dist/`. */
export async function readSiteOptions(root: string, url: string): Promise<SiteOptions> {
  const read = async (name: string) => JSON.parse(await readFile(join(root, 'dist', name), 'utf8'));
  const [stylesheet, script, { build }] = await Promise.all([
    loadStylesheet(root),
    read('live-script.json') as Promise<{ text: string }>,
    read('build.json') as Promise<{ build: string }>,
  ]);
  return { url, build, stylesheet, liveScript: liveScriptOf(script.text) };
}
