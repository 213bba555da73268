import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '#domain/incidents/facts.ts';
import type { Rendered } from '#domain/publishing/edition.ts';
import type { Site } from '#domain/publishing/site.ts';
import type { Locale } from '#paths';
import type { Finding } from './finding.ts';
import { type FrontMatter, type PostKind, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { checkLimits } from './limits.ts';
import { startPool } from './pool.ts';

interface RenderInput {
  source: string;
  locale: Locale;
  kind: PostKind;
  facts: Facts | null;
  site: Site | null;
}

export interface RenderResult {
  findings: Finding[];
  /** Null when it has errors. */
  frontMatter: FrontMatter | null;
  /** Null when the post has errors. */
  rendered: Rendered | null;
}

export interface Renderer {
  /** Checks a post and renders it elsewhere. Never rejects for what stands in the post. */
  render: (input: RenderInput) => Promise<RenderResult>;
  close: () => Promise<void>;
}

interface Options {
  /** The bundled `compile-child.ts`; by default the one that the build made. */
  childPath?: string;
  /** For one post, from when a child has taken it. */
  timeoutMs?: number;
  /** Children kept ready; as many posts are rendered at once. */
  warm?: number;
}

/** Starts the children that render posts. */
export function startRenderer({ childPath = builtChild(), timeoutMs = 10_000, warm = 2 }: Options = {}): Renderer {
  const pool = startPool({ childPath, timeoutMs, warm });
  return {
    close: pool.close,
    async render({ source, locale, kind, facts, site }) {
      const limits = checkLimits(source);
      if (limits.length > 0) return { findings: limits, frontMatter: null, rendered: null };
      const { yaml, body } = splitFrontMatter(source);
      const { frontMatter, findings } = readFrontMatter(yaml, kind);
      const answer = await pool.compile({ body, kind, locale, facts, site });
      const all = [...findings, ...answer.findings];
      return { findings: all, frontMatter, rendered: all.some((finding) => finding.severity === 'error') ? null : answer.rendered };
    },
  };
}

/** Beside us in `dist/` or above its `chunks/` when we are bundled too, else in the `dist/` of the checkout. */
function builtChild(): string {
  const places = ['compile-child.mjs', '../compile-child.mjs', '../../dist/compile-child.mjs'].map((place) => join(import.meta.dirname, place));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('dist/compile-child.mjs is missing. Run "npm run build" first.');
  return found;
}
