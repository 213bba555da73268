import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const MINUTE_MS = 60_000;
/** The story's main incident was found so long before the demo's first start. */
const AGE_MS = 48 * 60 * MINUTE_MS;
const FOLDER = 'content/incidents';

interface NewestIncident {
  slug: string;
  detectedAt: Date;
}

/** The incident that the story is about: the one found last. */
export async function newestIncident(): Promise<NewestIncident> {
  const slugs = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const incidents = await Promise.all(
    slugs.map(async (slug) => {
      const facts = parse(await readFile(join(FOLDER, slug, 'incident.yaml'), 'utf8')) as { detectedAt: string };
      return { slug, detectedAt: new Date(facts.detectedAt) };
    }),
  );
  const [newest] = incidents.sort((a, b) => b.detectedAt.getTime() - a.detectedAt.getTime());
  if (!newest) throw new Error(`${FOLDER} holds no incident.`);
  return newest;
}

/** By how much the dates in content/ move so that its newest incident was found two days before `start`, in milliseconds. */
export async function storyShift(start: Date): Promise<number> {
  const began = Math.floor(start.getTime() / MINUTE_MS) * MINUTE_MS;
  return began - ((await newestIncident()).detectedAt.getTime() + AGE_MS);
}
