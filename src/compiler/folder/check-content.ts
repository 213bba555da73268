import { dirname, join, resolve } from 'node:path';
import type { Facts } from '#model/facts.ts';
import { DEFAULT_LOCALE } from '#paths';
import type { Content, ContentFile, ContentIncident } from './content.ts';
import type { CheckResult } from './check-result.ts';
import { checkPages } from './check-pages.ts';
import { deadLinks, placesOf } from './dead-links.ts';
import { factDrift } from './translations/fact-drift.ts';
import { futureDate } from './future-date.ts';
import { incidentTimes } from './incidents/incident-times.ts';
import { staleTranslations } from './translations/stale-translation.ts';
import { missingLocales } from './translations/missing-locales.ts';
import type { Finding } from '#compiler/text/finding.ts';
import { missingPromises } from './incidents/next-update.ts';
import { sharedNotices } from './incidents/shared-notices.ts';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from '#compiler/text/front-matter.ts';
import type { Renderer, RenderInput, RenderResult } from '#compiler/render/renderer.ts';

/** What the public can read already. */
export interface Live {
  /** Paths of texts, whether or not the folder has them still; `src/model/public-paths.ts` writes them. */
  paths: ReadonlySet<string>;
  /** Whether a text of the folder is live word for word. */
  has: (file: ContentFile) => boolean;
  /** The facts of each incident as they are live, by its slug. */
  facts: ReadonlyMap<string, Facts>;
}

const NOTHING: Live = { paths: new Set(), has: () => false, facts: new Map() };

/**
 * Checks everything that was read, in the order of the folder: site, incidents, posts, strays. `only` names the files to
 * answer for; who knows the database says what is `live`.
 */
export async function checkContent(content: Content, renderer: Renderer, only?: ReadonlySet<string>, live: Live = NOTHING): Promise<CheckResult[]> {
  const wanted = (path: string) => !only || only.has(path);
  // An incident is judged by its updates too.
  const needed = (file: ContentFile) =>
    wanted(file.path) || (file.kind === 'update' && content.incidents.some(({ slug, path }) => slug === file.incidentSlug && wanted(path)));
  const locales = missingLocales(content);
  const orphans = firstOrphans(content, needed);
  const times = incidentTimes(content);
  const rendered = await Promise.all(
    content.files
      .filter((file) => needed(file))
      .map(async (file): Promise<CheckResult> => {
        if (file.findings.length > 0) return toResult(file.path, file.findings, file, null);
        const incident = content.incidents.find((candidate) => candidate.slug === file.incidentSlug);
        const facts: Facts | null = incident?.facts ?? null;
        const result = await renderer.render({
          source: file.source,
          locale: file.locale,
          kind: file.kind,
          facts,
          site: content.site,
          published: live.facts.get(file.incidentSlug ?? '') ?? null,
          ...timesFor(file, times),
          folder: resolve(dirname(file.path)),
          stored: file.pictures,
        });
        const findings = [
          ...result.findings.filter((finding) => !isEcho(finding, file, content)),
          ...checkNames(file, result.frontMatter),
          ...checkDate(file, result.frontMatter, content.now),
          ...(locales.get(file.path) ?? []),
        ];
        if (orphans.includes(file)) findings.push(at(1, 'facts/missing-incident', 'This folder has no incident.yaml. Add it: the facts come from there.'));
        return toResult(file.path, findings, file, result);
      }),
  );
  const places = placesOf(content, rendered, live.paths);
  const drift = factDrift(rendered);
  const stale = staleTranslations(rendered);
  const posts = rendered.map((post) => {
    const { source, result } = post;
    if (!source) return post;
    const dead = result ? deadLinks(result.links, new Set(result.ids), places) : [];
    // What is out already must not keep back what is new. An update is never changed later, and what is said of it is for the next one.
    const isLive = live.has(source);
    const said = isLive && source.kind === 'update' ? post.findings.map(asWarning) : post.findings;
    return toResult(
      post.file,
      [
        ...said,
        ...(drift.get(post.file) ?? []),
        ...(stale.get(post.file) ?? []),
        ...(isLive ? dead.map((finding) => ({ ...finding, severity: 'warning' as const })) : dead),
      ],
      source,
      result,
    );
  });
  const promises = missingPromises(content, posts);
  const notices = sharedNotices(content.incidents, live.facts);
  const incidents = content.incidents.map((incident) => {
    const { path, findings } = checkIncident(incident, content, promises);
    return { path, findings: [...findings, ...(notices.get(path) ?? [])] };
  });
  const { siteFile } = content;
  const site =
    siteFile && wanted(siteFile.path) ? [{ path: siteFile.path, findings: [...siteFile.findings, ...(await checkPages(content, renderer, places))] }] : [];
  const plain = [...site, ...incidents, ...content.strays].map(({ path, findings }) => toResult(path, findings, null, null));
  return [...plain, ...posts].filter(({ file }) => wanted(file));
}

function toResult(file: string, findings: Finding[], source: ContentFile | null, result: RenderResult | null): CheckResult {
  const ordered = [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
  return { file, ok: !ordered.some((finding) => finding.severity === 'error'), findings: ordered, source, result };
}

function checkIncident(incident: ContentIncident, { siteFile, files }: Content, promises: Map<string, Finding[]>): { path: string; findings: Finding[] } {
  // A lone incident.yaml has no folder that could hold one.
  const told = siteFile === null || files.some((file) => file.kind === 'advisory' && file.incidentSlug === incident.slug);
  const findings = told ? [] : [at(1, 'structure/missing-advisory', 'This incident has no advisory. Add advisory.en.mdx beside this file.')];
  return { path: incident.path, findings: [...incident.findings, ...findings, ...(siteFile ? (promises.get(incident.path) ?? []) : [])] };
}

/** Of each incident without facts, the first file that is asked about: one sentence is enough. An incident.yaml that can't be read is named itself. */
function firstOrphans({ incidents, files, strays }: Content, needed: (file: ContentFile) => boolean): ContentFile[] {
  const orphans = files.filter(({ incidentSlug }) => incidentSlug !== undefined && !incidents.some(({ slug }) => slug === incidentSlug));
  const groups = Map.groupBy(
    orphans.filter((file) => file.findings.length === 0 && needed(file)),
    ({ incidentSlug }) => incidentSlug ?? '',
  );
  const named = (slug: string) => strays.some(({ path }) => path.endsWith(join('incidents', slug, 'incident.yaml')));
  return [...groups].flatMap(([slug, group]) => (named(slug) ? [] : (group.find(({ locale }) => locale === DEFAULT_LOCALE) ?? group[0] ?? [])));
}

/** What a post would not be told if its site.yaml or incident.yaml could be read: the one error there says it once. */
function isEcho({ rule }: Finding, file: ContentFile, { site, siteFile, incidents }: Content): boolean {
  if (rule === 'facts/no-incident') return file.incidentSlug !== undefined;
  // Which domains are trusted is said in both.
  if (rule !== 'link/untrusted-domain' || siteFile === null) return false;
  return site === null || (file.incidentSlug !== undefined && !incidents.some(({ slug, facts }) => slug === file.incidentSlug && facts));
}

/** What the lint finds can be mended by a later update; what else is an error stays one. */
function asWarning(finding: Finding): Finding {
  return finding.waivable ? { ...finding, severity: 'warning', waivable: 'tick' } : finding;
}

function timesFor({ kind, incidentSlug = '', source }: ContentFile, times: ReturnType<typeof incidentTimes>): Pick<RenderInput, 'status' | 'past'> {
  const { status, newest } = times.get(incidentSlug) ?? { status: null, newest: null };
  if (kind !== 'update') return { status };
  const { frontMatter } = readFrontMatter(splitFrontMatter(source).yaml, 'update');
  return { status, past: frontMatter !== null && newest !== null && Date.parse(frontMatter.date) < newest };
}

/** Front matter and file name say the same. */
function checkNames(file: ContentFile, frontMatter: FrontMatter | null): Finding[] {
  if (!frontMatter) return [];
  const findings: Finding[] = [];
  for (const field of ['slug', 'locale'] as const) {
    if (frontMatter[field] === file[field]) continue;
    const place = file.kind === 'advisory' && field === 'slug' ? 'folder' : 'file';
    findings.push(
      at(
        lineOf(file, field),
        `front-matter/${field}`,
        `"${frontMatter[field]}" differs from "${file[field]}" in the name of the ${place}. Make them the same.`,
      ),
    );
  }
  return findings;
}

function checkDate(file: ContentFile, frontMatter: FrontMatter | null, now: Date): Finding[] {
  const message = frontMatter && futureDate(frontMatter.date, now);
  return message ? [at(lineOf(file, 'date'), 'time/future', message)] : [];
}

function lineOf(file: ContentFile, field: string): number {
  const line = file.source.split(/\r\n|\r|\n/).findIndex((text) => text.startsWith(`${field}:`)) + 1;
  return Math.max(1, line);
}

function at(line: number, rule: string, message: string): Finding {
  return { rule, severity: 'error', line, column: 1, message };
}
