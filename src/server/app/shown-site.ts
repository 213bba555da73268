import type { Site } from '#model/site.ts';

const KEY = Symbol.for('candor.shown-site');
const shared = globalThis as { [KEY]?: Site };

/** Has private pages say who speaks as the edition says it that this process made, or was given at its start. */
export function showSite(site: Site): void {
  shared[KEY] = site;
}

/** Who speaks; null before the first edition. Next's bundle and the process around it have a copy each of every module, and share this by the global object. */
export function shownSite(): Site | null {
  return shared[KEY] ?? null;
}
