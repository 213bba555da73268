import type { Facts } from '#model/facts.ts';
import type { Rendered } from '#model/edition.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import type { Finding } from '#compiler/text/finding.ts';
import type { OwnLink } from '#compiler/grammar/links/own-links.ts';
import type { Figures } from '#compiler/lint/figures-of.ts';
import type { LintHead } from '#compiler/lint/lint-post.ts';
import type { TextKind } from '#compiler/text/front-matter.ts';
import type { PictureReference, ShownPicture } from '#compiler/grammar/place-pictures.ts';

/** One line to the child. */
export type ChildRequest = CompileRequest | PictureRequest | UploadRequest;

export interface CompileRequest {
  /** The post without its front matter; lines and columns are those of the file. */
  body: string;
  kind: TextKind;
  locale: Locale;
  facts: Facts | null;
  site: Site | null;
  /** The facts as they are live; null where nothing is, or nobody knows it. */
  published: Facts | null;
  /** Of the post's front matter; null of a page, or when it can't be read. */
  head: LintHead | null;
  /** By their names in the post. The child asks for those that are not here, and renders nothing before it has them all. */
  pictures: Record<string, ShownPicture>;
}

/** A picture to be proven and encoded anew. */
export interface PictureRequest {
  /** Absolute; the picture must stand in it. */
  folder: string;
  picture: string;
}

/** The same of one that stands nowhere yet. */
export interface UploadRequest {
  /** Its name, for what is said of it. */
  picture: string;
  base64: string;
}

/** One line from the child: first `ready`, then an answer to each request. */
export type ChildMessage = { ready: true } | ChildAnswer;

export type ChildAnswer = CompileAnswer | PictureAnswer;

/** Where the lines, columns and offsets of a finding count: in a value of the front matter, or else in the text below it. */
interface InHead {
  field?: 'title' | 'summary';
}

export interface CompileAnswer {
  findings: (Finding & InHead)[];
  /** Null when a finding is an error that nobody may let stand, or a picture was not given yet; and of a page, which is only checked. */
  rendered: Rendered | null;
  /** All that the text names as our own. */
  pictures: PictureReference[];
  /** Where it leads on our own host, and the ids of its headings; none of a text that can't be parsed. */
  links: OwnLink[];
  ids: string[];
  /** What must be the same in its other languages; null of a text that can't be parsed. */
  figures: Figures | null;
}

export type PictureAnswer = { encoded: ShownPicture & { base64: string } } | { refused: { rule: string; message: string } };
