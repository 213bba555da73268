import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sitePages } from './site-pages.ts';
import { type Locale, LOCALES } from '#paths';
import type { Content, ContentFile } from './content.ts';
import { listFiles } from './list-files.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { readFacts } from './read-facts.ts';
import { readSite } from './read-site.ts';
import { readText } from '#compiler/text/read-text.ts';
import { shiftDates } from '#compiler/text/shift-dates.ts';

const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';
const LOCALE = LOCALES.join('|');
const INCIDENT = new RegExp(`^incidents/(${NAME})/incident\\.yaml$`);
const ADVISORY = new RegExp(`^incidents/(${NAME})/advisory\\.(${LOCALE})\\.mdx$`);
const UPDATE = new RegExp(`^incidents/(${NAME})/updates/(${NAME})\\.(${LOCALE})\\.mdx$`);
const NOTE = new RegExp(`^notes/(${NAME})\\.(${LOCALE})\\.mdx$`);

/** Reads the whole folder, with its dates moved by `shiftMs` and judged at the time `now`. Never fails for what stands in it: findings say what is wrong and where. */
export async function readContent(dir: string, { shiftMs, now = new Date() }: { shiftMs: number; now?: Date }): Promise<Content> {
  const sitePath = join(dir, 'site.yaml');
  const siteText = await readText(sitePath);
  const siteSource = shiftDates(siteText.source, shiftMs);
  const read = siteText.findings.length > 0 ? null : readSite(siteSource);
  const site = read?.data ?? null;
  const findings = read?.findings ?? siteText.findings;
  const pages = site && read ? sitePages(site, read.placeIn) : [];
  const content: Content = { now, site, siteFile: { path: sitePath, source: siteSource, findings, pages }, incidents: [], files: [], strays: [] };

  // Without it nothing can be judged: all else would be said of a folder that may be another one.
  if (findings.some(({ rule }) => rule === 'text/missing-file'))
    return { ...content, siteFile: { path: sitePath, source: '', findings: [await noSite(dir)], pages } };

  const { files, unreadable } = await listFiles(dir);
  for (const { name, message } of unreadable) {
    if (name === 'site.yaml' && findings.length > 0) continue;
    content.strays.push({ path: join(dir, ...name.split('/')), findings: [{ rule: 'text/unreadable', severity: 'error', line: 1, column: 1, message }] });
  }
  const told = new Set(files.filter(({ name }) => describe(name) || INCIDENT.test(name)).map(({ real }) => real));
  for (const { name, real } of files) {
    const path = join(dir, ...name.split('/'));
    const file = describe(name);
    const incident = INCIDENT.exec(name)?.[1];
    if (file) {
      const text = await readText(path);
      content.files.push({ ...file, path, source: shiftDates(text.source, shiftMs), findings: text.findings });
    } else if (incident) {
      const text = await readText(path);
      const source = shiftDates(text.source, shiftMs);
      const read = text.findings.length > 0 ? { facts: null, findings: text.findings } : readFacts(source, now, site);
      content.incidents.push({ slug: incident, path, source, ...read });
    } else if (!told.has(real) && (/\.mdx$/i.test(name) || /^(?:incidents|notes)\/(?!.*README\.md$).*\.(?:ya?ml|md)$/i.test(name))) {
      // A link may give the file its name elsewhere.
      const message = `Nothing is made of this file. Posts are incidents/<slug>/advisory.<locale>.mdx, incidents/<slug>/updates/<slug>.<locale>.mdx and notes/<slug>.<locale>.mdx, with ${LOCALES.join(', ')} as locales.`;
      content.strays.push({ path, findings: [{ rule: 'structure/unknown-file', severity: 'error', line: 1, column: 1, message }] });
    }
  }
  return content;
}

/** What a file's place in the folder says about it, or null when it is no post. */
function describe(name: string): Omit<ContentFile, 'path' | 'source' | 'findings'> | null {
  const [, incident = '', advisoryLocale] = ADVISORY.exec(name) ?? [];
  if (advisoryLocale) return { kind: 'advisory', incidentSlug: incident, slug: incident, locale: advisoryLocale as Locale };
  const [, parent = '', update = '', updateLocale] = UPDATE.exec(name) ?? [];
  if (updateLocale) return { kind: 'update', incidentSlug: parent, slug: update, locale: updateLocale as Locale };
  const [, note = '', noteLocale] = NOTE.exec(name) ?? [];
  return noteLocale ? { kind: 'note', slug: note, locale: noteLocale as Locale } : null;
}

async function noSite(dir: string): Promise<Finding> {
  const there = await stat(dir).catch(() => null);
  const message = there?.isDirectory()
    ? `There is no site.yaml in "${dir}", so it is no content folder. Name the folder that holds it, or add the file.`
    : `There is no folder "${dir}". Name the content folder.`;
  return { rule: 'text/missing-file', severity: 'error', line: 1, column: 1, message };
}
