import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Facts } from '#domain/incidents/facts.ts';
import type { Rendered } from '#domain/publishing/edition.ts';
import type { Site } from '#domain/publishing/site.ts';
import type { Locale } from '#paths';
import type { Finding } from './finding.ts';
import { type FrontMatter, type PostKind, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { checkLimits } from './limits.ts';
import { startPool } from './pool.ts';

/** Rises with what this pipeline makes of a text; the versions are those of package.json. */
export const TOOLCHAIN = 'posts 1, mdx-bundler 10.1.1, react 19.3.1';

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
  /** TOOLCHAIN with the hash of the child's program: a changed component makes another one. The key of cached renderings. */
  toolchain: string;
  /** Checks a post and renders it elsewhere. Never rejects for what stands in the post. */
  render: (input: RenderInput) => Promise<RenderResult>;
  close: () => Promise<void>;
}

interface Options {
  /** The bundled `compile-child.ts`. */
  childPath: string;
  /** For one post, from when a child has taken it. */
  timeoutMs?: number;
  /** Children kept ready; as many posts are rendered at once. */
  warm?: number;
}

/** Starts the children that render posts. */
export function startRenderer({ childPath, timeoutMs = 10_000, warm = 2 }: Options): Renderer {
  const program = createHash('sha256').update(readFileSync(childPath)).digest('hex').slice(0, 16);
  const pool = startPool({ childPath, timeoutMs, warm });
  return {
    toolchain: `${TOOLCHAIN}, program ${program}`,
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
