import type { Root } from 'mdast';
import type { bundleMDX } from 'mdx-bundler';
import type { CompileAnswer, CompileRequest } from './child-protocol.ts';
import type { Rendered } from '#model/edition.ts';
import { inAscii } from '#compiler/grammar/links/hosts.ts';
import { type OwnLink, ownLinksOf } from '#compiler/grammar/links/own-links.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import { lintPost } from '#compiler/lint/lint-post.ts';
import { guard } from '#compiler/grammar/guard.ts';
import { type PictureReference, placePictures, referencesOf } from '#compiler/grammar/place-pictures.ts';
import { cutAtHeadings, joinParts, sectionsOf } from '#compiler/grammar/sections.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { tables } from '#compiler/grammar/tables.ts';

interface Tools {
  bundle: typeof bundleMDX;
  toHtml: (code: string, request: CompileRequest) => string;
}

/** Ends the chain once the guard has said why, while a picture is asked for, and for a page. */
class Stopped extends Error {}

/** Front matter was read before, safely; no fence of gray-matter's can occur in a checked text, and no engine would run. */
const noFrontMatter = { delimiters: ['\0\0\0', '\0\0\0'] as [string, string], engines: { yaml: () => ({}), json: () => ({}), javascript: () => ({}) } };

/** It runs once, here: made small or as a project's settings want it, it would only come later. */
const AS_IT_STANDS = { logLevel: 'silent', minify: false, tsconfigRaw: '{}' } as const;
/** A step of the bundler's that asks the disk for what a text imports; a checked text imports nothing. */
const LOOKS_FOR_FILES = 'node-resolve';

/** How a column is aligned, without `style`: a page's policy lets none in. */
const AS_ATTRIBUTE = { tableCellAlignToStyle: false };

/** Checks, compiles and renders one post. Runs in the child only. */
export async function compilePost(request: CompileRequest, { bundle, toHtml }: Tools): Promise<CompileAnswer> {
  const { body, kind, locale, facts, site } = request;
  let findings: CompileAnswer['findings'] = [];
  let figures: CompileAnswer['figures'] = null;
  let stopped = false;
  let pictures: PictureReference[] = [];
  let links: OwnLink[] = [];
  let sections: ReturnType<typeof sectionsOf> = [];
  const policy = {
    kind,
    locale,
    host: site ? inAscii(site.host) : null,
    trustedDomains: [...(site?.trustedDomains ?? []).map(inAscii), ...(facts?.trustedStores ?? []).map((store) => new URL(store.url).hostname)],
    cohorts: facts ? facts.cohorts.map((cohort) => cohort.name) : null,
  };
  // First in the chain; `tables` after it adds a notation to the parser and no step.
  const checked = () => (tree: Root) => {
    const linted = lintPost({ ...request, tree, source: body });
    const inHead = (['title', 'summary'] as const).flatMap((field) => linted[field].map((finding) => ({ ...finding, field })));
    findings = [...inHead, ...guard(tree, policy), ...linted.body];
    figures = linted.figures;
    // Of more than a post may hold, none is worth decoding.
    pictures = findings.some(({ rule }) => rule === 'image/too-many') ? [] : referencesOf(tree);
    links = ownLinksOf(tree, policy.host);
    sections = sectionsOf(tree, locale);
    const waits = pictures.some(({ name }) => !request.pictures[name]);
    stopped = waits || kind === 'page' || findings.some(isFinal);
    if (stopped) throw new Stopped();
    placePictures(tree, request.pictures);
    cutAtHeadings(tree);
  };
  const answer = (rendered: Rendered | null, more: Finding[] = []): CompileAnswer => {
    return { findings: [...findings, ...more], figures, pictures, links, ids: sections.map(({ id }) => id), rendered };
  };
  try {
    const { code } = await bundle({
      source: body,
      grayMatterOptions: (options) => ({ ...options, ...noFrontMatter }),
      mdxOptions: (options) => ({ ...options, remarkPlugins: [checked, tables], rehypePlugins: [], ...AS_ATTRIBUTE }),
      esbuildOptions: (options) => ({ ...options, ...AS_IT_STANDS, plugins: options.plugins?.filter(({ name }) => name !== LOOKS_FOR_FILES) ?? [] }),
    });
    return answer(joinParts(toHtml(code, request), sections));
  } catch (error) {
    return answer(null, stopped ? [] : [broken(error)]);
  }
}

/** The bundler's first message: its columns count from 0. */
function broken(error: unknown): Finding {
  const [message] = (error as { errors?: { text: string; location: { line: number; column: number } | null }[] }).errors ?? [];
  const deep = error instanceof RangeError || /call stack/i.test(message?.text ?? '');
  if (deep)
    return { rule: 'mdx/too-deep', severity: 'error', line: 1, column: 1, message: 'Parts of this text stand too deep inside each other. Make it flatter.' };
  const location = message?.location;
  return syntaxFinding({
    text: message?.text ?? String(error),
    place: location && location.line > 0 ? { line: location.line, column: location.column + 1 } : null,
  });
}
