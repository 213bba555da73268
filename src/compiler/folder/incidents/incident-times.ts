import { readFrontMatter, splitFrontMatter } from '#compiler/text/front-matter.ts';
import type { Status } from '#model/facts.ts';
import type { Content, ContentFile } from '../content.ts';

/** What the updates of an incident say of its state. */
export interface IncidentTimes {
  /** Of the newest update; `investigating` before the first one. */
  status: Status;
  /** Milliseconds: when the newest update was; null before the first one. */
  newest: number | null;
}

/** By the incident's slug, from the front matter of its updates as far as it can be read. */
export function incidentTimes({ files, incidents }: Pick<Content, 'files' | 'incidents'>): Map<string, IncidentTimes> {
  return new Map(incidents.map(({ slug }) => [slug, timesOf(files.filter(({ kind, incidentSlug }) => kind === 'update' && incidentSlug === slug))]));
}

function timesOf(updates: readonly ContentFile[]): IncidentTimes {
  const told = updates.flatMap(({ source, findings }) => {
    const { frontMatter } = findings.length > 0 ? { frontMatter: null } : readFrontMatter(splitFrontMatter(source).yaml, 'update');
    return frontMatter?.status ? [{ status: frontMatter.status, at: Date.parse(frontMatter.date) }] : [];
  });
  const newest = told.toSorted((a, b) => a.at - b.at).at(-1);
  return newest ? { status: newest.status, newest: newest.at } : { status: 'investigating', newest: null };
}
