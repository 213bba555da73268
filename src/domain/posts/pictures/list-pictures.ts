import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { folderName } from '#model/team/pictures/pictures.ts';
import type { Locale } from '#paths';
import { storedTextPath } from '../text-path.ts';
import { type AltTexts, storedAltTexts } from './alt-texts.ts';
import { pictureFolder } from './picture-folder.ts';
import { currentTexts, isNamedIn, wasShown } from './sql.ts';

/** Pictures of one page. */
const PAGE = 60;

/** A text that names a picture. */
interface NamingText {
  path: string;
  locale: Locale;
  /** Of the draft that it is written in; null for a revision. */
  draft: number | null;
}

export interface PictureView {
  /** As forms name it. */
  folder: string;
  /** Where the folder stands. */
  path: string;
  name: string;
  hash: string;
  width: number;
  height: number;
  bytes: number;
  alt: AltTexts;
  addedAt: string;
  usedIn: NamingText[];
  /** Something that was submitted or published shows it: it belongs to the record. */
  kept: boolean;
}

/** A text that is being written: pictures can be added to its folder. */
export interface OpenFolder {
  folder: string;
  path: string;
  /** Languages that it is written in. */
  locales: Locale[];
}

export interface PicturesView {
  pictures: PictureView[];
  folders: OpenFolder[];
  /** Pictures after those of this page. */
  more: number;
}

interface Row {
  postId: number;
  ofUpdates: boolean;
  name: string;
  hash: string;
  width: number;
  height: number;
  alt: unknown;
  addedAt: Date;
  bytes: number;
  kind: 'advisory' | 'note';
  slug: string;
  kept: boolean;
  used: { slug: string | null; locale: Locale; draft: number | null }[];
}

/** Every picture of every text, the newest first, or those of one folder; where each is used; and the folders that others can be added to. */
export const listPictures = query({
  name: 'posts/pictures/list-pictures',
  input: z.strictObject({ folder: pictureFolder.optional(), after: z.int().min(0).max(1_000_000).default(0) }),
  async run({ db }, { folder, after }): Promise<PicturesView> {
    const where = folder ? Prisma.sql`p."postId" = ${folder.post} AND p."ofUpdates" = ${folder.ofUpdates}` : Prisma.sql`TRUE`;
    const [{ total }] = await db.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS total FROM "PostPicture" p WHERE ${where}`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT p.*, octet_length(b.bytes) AS bytes, o.kind::text AS kind, o.slug, ${wasShown} AS kept, coalesce((
        SELECT jsonb_agg(jsonb_build_object('slug', u.slug, 'locale', t.locale, 'draft', t.draft) ORDER BY u.slug NULLS FIRST, t.locale)
        FROM (${currentTexts}) t LEFT JOIN "Update" u ON u.id = t."updateId" WHERE ${isNamedIn}), '[]') AS used
      FROM (SELECT * FROM "PostPicture" p WHERE ${where} ORDER BY p."addedAt" DESC, p."postId", p."ofUpdates", p.name LIMIT ${PAGE} OFFSET ${after}) p
      JOIN "Post" o ON o.id = p."postId" JOIN "Picture" b ON b.hash = p.hash ORDER BY p."addedAt" DESC, p."postId", p."ofUpdates", p.name`;
    return { pictures: rows.map(toView), folders: await openFolders(db), more: Math.max(0, total - after - rows.length) };
  },
});

function toView({ postId, ofUpdates, kind, slug, alt, addedAt, used, ...row }: Row): PictureView {
  const { name, hash, width, height, bytes, kept } = row;
  return {
    ...{ name, hash, width, height, bytes, kept },
    folder: folderName({ post: postId, ofUpdates }),
    path: folderPath(kind, slug, ofUpdates),
    alt: storedAltTexts.catch({}).parse(alt),
    addedAt: addedAt.toISOString(),
    usedIn: used.map((text) => ({ ...text, path: storedTextPath({ kind, slug, updateSlug: text.slug, locale: text.locale }) })),
  };
}

function folderPath(kind: 'advisory' | 'note', slug: string, ofUpdates: boolean): string {
  if (kind === 'note') return `notes/${slug}`;
  return `incidents/${slug}${ofUpdates ? '/updates' : ''}`;
}

async function openFolders(db: Parameters<Parameters<typeof query>[0]['run']>[0]['db']): Promise<OpenFolder[]> {
  const drafts = await db.draft.findMany({ select: { postId: true, updateId: true, locale: true, post: { select: { kind: true, slug: true } } } });
  const folders = new Map<string, OpenFolder>();
  for (const { postId, updateId, locale, post } of drafts) {
    const ofUpdates = updateId !== null;
    const folder = folderName({ post: postId, ofUpdates });
    const known = folders.get(folder) ?? { folder, path: folderPath(post.kind, post.slug, ofUpdates), locales: [] };
    if (!known.locales.includes(locale as Locale)) known.locales.push(locale as Locale);
    folders.set(folder, known);
  }
  return [...folders.values()].sort((a, b) => a.path.localeCompare(b.path, 'en'));
}
