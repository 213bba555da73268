import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

/** Folders that are reached by a link: with links from each to each, the ways through a few folders have no end. */
const MAX_LINKED = 200;

interface Listing {
  /** Names from the top of the folder, with "/" on every system and in order; `real` is where the file itself stands. */
  files: { name: string; real: string }[];
  /** What can't be looked into, with the reason. */
  unreadable: { name: string; message: string }[];
}

/** Names everything under a folder that is no folder itself. Links are followed inside it; what leads out, in a circle or nowhere is named, never left out. */
export async function listFiles(dir: string): Promise<Listing> {
  const listing: Listing = { files: [], unreadable: [] };
  const root = await realpath(dir).catch(() => dir);
  let linked = 0;

  async function walk(name: string, above: readonly string[]): Promise<void> {
    const refuse = (message: string) => void listing.unreadable.push({ name, message });
    const real = await realpath(join(dir, name)).catch(() => null);
    if (real === null) return refuse('This link leads nowhere, or nobody may follow it. Put the file or folder itself here.');
    if (real !== root && !real.startsWith(root + sep)) return refuse('This link leads out of the content folder. Put the file or folder itself here.');
    if (above.includes(real)) return refuse('This link leads back to a folder that it stands in. Remove it.');
    const about = await stat(real).catch(() => null);
    if (about === null) return refuse('This can’t be read. Check its permissions.');
    if (!about.isDirectory()) return void listing.files.push({ name, real });
    if (/\.(?:mdx|ya?ml)$/i.test(name)) return refuse('This is a folder with the name of a file. Rename it, or put the file itself here.');
    const [parent] = above.slice(-1);
    if (parent !== undefined && real !== join(parent, basename(name)) && ++linked > MAX_LINKED)
      return refuse(`More than ${MAX_LINKED} folders are reached by links. Put the folders themselves in their places.`);
    const inside = await readdir(real).catch(() => null);
    if (inside === null) return refuse('This folder can’t be read. Check its permissions.');
    // What begins with a dot belongs to tools: no post has such a name.
    for (const entry of inside.filter((entry) => !entry.startsWith('.')).sort()) await walk(name === '' ? entry : `${name}/${entry}`, [...above, real]);
  }

  await walk('', []);
  listing.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return listing;
}
