import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '#compiler/folder/read-site.ts';
import { readText } from '#compiler/text/read-text.ts';
import { OperatorError } from '#config/operator-error.ts';
import type { Site } from '#model/site.ts';

/** The site of a content folder. */
export async function readOwnSite(dir: string): Promise<Site> {
  const path = join(dir, 'site.yaml');
  if (!existsSync(path)) throw new OperatorError(`There is no site.yaml in "${dir}". Name the content folder with --content, or make one: candor init ${dir}`);
  const { source, findings } = await readText(path);
  const { data } = readSite(source);
  if (findings.length > 0 || !data) throw new OperatorError(`"${path}" has errors. candor content check names them.`);
  return data;
}
