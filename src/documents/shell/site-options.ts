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
  liveScript: OwnScript;
  passkeyScript: OwnScript;
}

/** A script of ours, which a page has by its address. */
export interface OwnScript {
  path: string;
  body: string;
}

type ScriptName = 'live' | 'passkey';

/** The address holds the hash, so the script may be kept for ever. */
export function ownScriptOf(name: ScriptName, body: string): OwnScript {
  return { path: `/candor-${name}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.js`, body };
}

/** A script as the build left it in `dist/`. */
export async function loadScript(root: string, name: ScriptName): Promise<OwnScript> {
  const { text } = JSON.parse(await readFile(join(root, 'dist', `${name}-script.json`), 'utf8')) as { text: string };
  return ownScriptOf(name, text);
}

/** Reads what the build left in `dist/`. */
export async function readSiteOptions(root: string, url: string): Promise<SiteOptions> {
  const [stylesheet, liveScript, passkeyScript, built] = await Promise.all([
    loadStylesheet(root),
    loadScript(root, 'live'),
    loadScript(root, 'passkey'),
    readFile(join(root, 'dist', 'build.json'), 'utf8'),
  ]);
  const { build } = JSON.parse(built) as { build: string };
  return { url, build, stylesheet, liveScript, passkeyScript };
}
