import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import type { StoredPictures } from '#compiler/render/stored-pictures.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { PostKind } from '#compiler/text/front-matter.ts';

/** One post or update in one locale, as it stands on disk. */
export interface ContentFile {
  path: string;
  kind: PostKind;
  /** Of an advisory or an update: the name of its folder. */
  incidentSlug?: string;
  slug: string;
  locale: Locale;
  /** Empty when it could not be read; `findings` then say why. */
  source: string;
  /** Of a text that stands in no folder: its pictures. */
  pictures?: StoredPictures;
  /** From reading alone; `checkContent` adds the rest. */
  findings: Finding[];
}

export interface ContentIncident {
  slug: string;
  path: string;
  /** Null when `incident.yaml` has errors. */
  facts: Facts | null;
  /** As its file holds it, where it is one. */
  source?: string;
  findings: Finding[];
}

/** The body of one page of `site.yaml` in one locale. */
export interface SitePage {
  locale: Locale;
  body: string;
  /** Where the letter at an offset of the body is written. */
  placeIn: (offset: number) => { line: number; column: number };
}

/** The comms team's folder. */
export interface Content {
  /** When it was read: what is told as having happened is judged against it. */
  now: Date;
  /** Null when `site.yaml` has errors. */
  site: Site | null;
  /** Null for files outside any content folder. */
  siteFile: { path: string; source: string; findings: Finding[]; pages: SitePage[] } | null;
  incidents: ContentIncident[];
  files: ContentFile[];
  /** Files whose names say nothing to us. */
  strays: { path: string; findings: Finding[] }[];
}
