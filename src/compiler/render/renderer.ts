import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '#config/operator-error.ts';
import type { Facts, Status } from '#model/facts.ts';
import type { Figures } from '#compiler/lint/figures-of.ts';
import type { Rendered } from '#model/edition.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { costlyTexts } from './children/costly-texts.ts';
import type { CompileAnswer, CompileRequest } from './child-protocol.ts';
import type { ShownPicture } from '#compiler/grammar/place-pictures.ts';
import type { OwnLink } from '#compiler/grammar/links/own-links.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import { type FrontMatter, type PostKind, readFrontMatter, splitFrontMatter } from '#compiler/text/front-matter.ts';
import { checkLimits } from '#compiler/text/limits.ts';
import { checkNesting } from '#compiler/text/nesting.ts';
import { placeFindings } from './place-findings.ts';
import { startPool } from './children/pool.ts';
import { type Picture, pictureReader, provePicture } from './read-pictures.ts';
import { type StoredPictures, storedPictures } from './stored-pictures.ts';

export interface RenderInput {
  source: string;
  locale: Locale;
  kind: PostKind;
  facts: Facts | null;
  site: Site | null;
  /** The facts as they are live; null where nothing is, or nobody knows it. */
  published?: Facts | null;
  /** Of the incident, as its newest update has it; null of a note, or where nobody knows. An update has its own. */
  status?: Status | null;
  /** An update that another one follows. */
  past?: boolean;
  /** Absolute: where the post's pictures stand. */
  folder: string;
  /** Those that are stored, by their names in the post: nothing is read from the folder then. */
  stored?: StoredPictures | undefined;
  /** SHA-256 (hex) of the pictures that were made anew before: a file that is one of them is taken as it is. */
  made?: ReadonlySet<string>;
}

export interface RenderResult {
  findings: Finding[];
  /** Null when it has errors. */
  frontMatter: FrontMatter | null;
  /** Null when the post has an error that nobody may let stand. */
  rendered: Rendered | null;
  /** Those that `rendered` shows, in the order of the text. */
  pictures: Picture[];
  /** Where it leads on our own host, and the ids of its headings; none of a text that can't be parsed. */
  links: OwnLink[];
  ids: string[];
  /** What must be the same in its other languages; null of a text that can't be parsed. */
  figures: Figures | null;
}

type PageInput = Pick<RenderInput, 'locale' | 'site'> & { body: string };

export interface Renderer {
  /** Checks a post and renders it elsewhere. Never rejects for what stands in the post. */
  render: (input: RenderInput) => Promise<RenderResult>;
  /** Checks a page of `site.yaml` by the grammar of posts; lines and columns are those of the page. */
  checkPage: (page: PageInput) => Promise<Pick<RenderResult, 'findings' | 'links' | 'ids'>>;
  /** Proves and encodes a picture that was sent. Never rejects for what it holds. */
  encode: (picture: { name: string; bytes: Uint8Array }) => Promise<EncodedPicture | { refused: { rule: string; message: string } }>;
  /** What the picture in a file is once it is made anew: its SHA-256 (hex). Null for what can't be. */
  pictureHash: (folder: string, name: string) => Promise<string | null>;
  close: () => Promise<void>;
}

export interface EncodedPicture extends ShownPicture {
  /** WebP. */
  bytes: Buffer;
}

interface Options {
  /** The bundled `compile-child.ts`; by default the one that the build made. */
  childPath?: string;
  /** For one post, from when a child has taken it. */
  timeoutMs?: number;
  /** Children kept ready; as many posts are rendered at once. */
  warm?: number;
}

/** Milliseconds: with all around it, who waits for a text has an answer within ten seconds. */
const TIMEOUT_MS = 8_000;

/** Starts the children that render posts. */
export function startRenderer({ childPath = builtChild(), timeoutMs = TIMEOUT_MS, warm = 2 }: Options = {}): Renderer {
  const pool = startPool({ childPath, timeoutMs, warm });
  const readPictures = pictureReader(pool);
  const costly = costlyTexts();
  return {
    close: pool.close,
    async render({ source, locale, kind, facts, site, published = null, status = null, past = false, folder, stored, made }) {
      const limits = checkLimits(source);
      const { yaml, body } = splitFrontMatter(source);
      const bounds = limits.length > 0 ? limits : checkNesting(body);
      if (bounds.length > 0) return { findings: bounds, frontMatter: null, rendered: null, pictures: [], links: [], ids: [], figures: null };
      const { frontMatter, findings, placeIn } = readFrontMatter(yaml, kind);
      const head = frontMatter && {
        title: frontMatter.title,
        summary: frontMatter.summary,
        date: frontMatter.date,
        status: frontMatter.status ?? status,
        past,
      };
      const request = { body, kind, locale, facts, site, published, head };
      let answer = await compile({ ...request, pictures: {} }, frontMatter?.slug);
      const read = stored ? storedPictures(stored, answer.pictures) : await readPictures(folder, answer.pictures, made);
      const refused = [...findings, ...answer.findings, ...read.findings].some(isFinal);
      if (!refused && answer.pictures.length > 0) answer = await compile({ ...request, pictures: shown(read.pictures) }, frontMatter?.slug);
      const all = [...findings, ...placeFindings(answer.findings, { source, shift: source.length - body.length, head, placeIn }), ...read.findings];
      const rendered = all.some(isFinal) ? null : answer.rendered;
      const { links, ids, figures } = answer;
      return { findings: all, frontMatter, rendered, pictures: rendered ? Object.values(read.pictures) : [], links, ids, figures };
    },
    async encode({ name, bytes }) {
      const answer = await provePicture(pool, { picture: name, base64: Buffer.from(bytes).toString('base64') });
      if ('refused' in answer) return answer;
      const { base64, ...shown } = answer.encoded;
      return { ...shown, bytes: Buffer.from(base64, 'base64') };
    },
    async pictureHash(folder, name) {
      const answer = await provePicture(pool, { folder, picture: name });
      return 'encoded' in answer ? answer.encoded.hash : null;
    },
    async checkPage({ body, locale, site }) {
      const bounds = [...checkLimits(body), ...checkNesting(body)];
      if (bounds.length > 0) return { findings: bounds, links: [], ids: [] };
      return compile({ body, kind: 'page', locale, facts: null, site, published: null, head: null, pictures: {} });
    },
  };

  async function compile(request: CompileRequest, slug = ''): Promise<CompileAnswer> {
    // A text that nobody can name goes by its kind.
    const name = `${request.kind} ${request.locale} ${slug}`;
    const before = costly.known(request);
    const answer = before ?? (await pool.ask(request, { wary: costly.isWary(name) }));
    if (before === null) costly.note(name, request, typeof answer === 'string' ? answer : null);
    if (answer === 'slow')
      return none('mdx/too-slow', `This text takes longer than ${timeoutMs / 1000} s to read. Look for long runs of the same sign, and shorten it.`);
    if (answer === 'gone' || !('findings' in answer)) return none('mdx/too-big', 'This text takes more memory than a post may. Shorten it, or split it.');
    return answer;
  }
}

function none(rule: string, message: string): CompileAnswer {
  return {
    findings: [{ rule, severity: 'error', line: 1, column: 1, message }],
    figures: null,
    pictures: [],
    links: [],
    ids: [],
    rendered: null,
  };
}

/** What the child needs of them: the bytes would only be sent back and forth. */
function shown(pictures: Record<string, Picture>): CompileRequest['pictures'] {
  return Object.fromEntries(Object.entries(pictures).map(([name, { hash, width, height }]) => [name, { hash, width, height }]));
}

/** Beside us in `dist/` or above its `chunks/` when we are bundled too, else in the `dist/` of the checkout. */
function builtChild(): string {
  const places = ['compile-child.mjs', '../compile-child.mjs', '../../../dist/compile-child.mjs'].map((place) =>
    join(/* turbopackIgnore: true */ import.meta.dirname, place),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new OperatorError('dist/compile-child.mjs is missing. Run "npm run build" first.');
  return found;
}
