import { z } from 'zod';
import { STATUSES } from '#model/facts.ts';
import { MAX_SLUG, SLUG } from '#model/team/slug.ts';
import { LOCALES } from '#paths';
import type { Finding } from './finding.ts';
import { oneLine } from './one-line.ts';
import type { YamlResult } from './yaml/read-yaml.ts';
import { readAs } from './yaml/read-as.ts';

export type PostKind = 'advisory' | 'update' | 'note';
/** A post, or a page of `site.yaml`: it has its title there, and no front matter, components or pictures. */
export type TextKind = PostKind | 'page';

const base = z.strictObject({
  title: oneLine.min(1).max(200),
  slug: z.string().regex(SLUG, 'use small letters, digits and single hyphens').max(MAX_SLUG),
  summary: z.string().trim().min(1).max(500),
  locale: z.enum(LOCALES),
  date: z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'write a date like 2014-05-27 or a time with its zone like 2014-05-27T14:00:00Z'),
  /** Of a translation, by choice: the beginning of the `proseHash` of the text that it translates, so that the folder alone shows which one is older. */
  translationOf: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/, 'take it from what candor content check says')
    .optional(),
});
const schemas = { advisory: base, note: base, update: base.extend({ status: z.enum(STATUSES) }) };

export interface FrontMatter extends z.output<typeof base> {
  /** Of an update. */
  status?: (typeof STATUSES)[number];
}

interface SplitPost {
  /** The text between the first two `---` lines, or null when there is none. */
  yaml: string | null;
  /** The rest, with an empty line for each one above it, so that lines and columns hold. */
  body: string;
}

/** Cuts a post at its front matter. Only `---` alone opens it: `---js` and the like are never front matter here. */
export function splitFrontMatter(source: string): SplitPost {
  const match = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|$)/.exec(source);
  if (!match) return { yaml: null, body: source };
  const head = match[0];
  return { yaml: match[1] ?? '', body: head.replace(/[^\r\n]/g, '') + source.slice(head.length) };
}

interface ReadFrontMatter {
  /** Null when something is wrong with it. */
  frontMatter: FrontMatter | null;
  findings: Finding[];
  /** Where in the file the letter at an offset of a value is written. */
  placeIn: YamlResult['placeIn'];
}

/** Reads the front matter of a post. */
export function readFrontMatter(yaml: string | null, kind: PostKind): ReadFrontMatter {
  const family = 'front-matter';
  if (yaml === null) {
    const message = 'The file must begin with a line "---", then title, slug, summary, locale and date, then another line "---".';
    return {
      frontMatter: null,
      findings: [{ rule: 'front-matter/missing', severity: 'error', line: 1, column: 1, message }],
      placeIn: () => ({ line: 1, column: 1 }),
    };
  }
  const { data, findings, placeIn } = readAs(yaml, schemas[kind], { family, linesBefore: 1 });
  return { frontMatter: data, findings, placeIn };
}
