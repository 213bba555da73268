import type { Facts } from '#domain/incidents/facts.ts';
import type { Rendered } from '#domain/publishing/edition.ts';
import type { Site } from '#domain/publishing/site.ts';
import type { Locale } from '#paths';
import type { Finding } from './finding.ts';
import type { PostKind } from './front-matter.ts';

/** One line to the child. */
export interface CompileRequest {
  /** The post without its front matter; lines and columns are those of the file. */
  body: string;
  kind: PostKind;
  locale: Locale;
  facts: Facts | null;
  site: Site | null;
}

/** One line from the child: first `ready`, then an answer to each request. */
export type ChildMessage = { ready: true } | CompileAnswer;

export interface CompileAnswer {
  findings: Finding[];
  /** Null when a finding is an error. */
  rendered: Rendered | null;
}
