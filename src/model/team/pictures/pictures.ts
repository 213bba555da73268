import { z } from 'zod';
import { BUTTON_FORM_BYTES } from '#model/forms/form.ts';
import { MAX_PICTURE_BYTES } from '#model/team/pictures/picture-bytes.ts';
import { type Locale, LOCALES, teamPaths } from '#paths';
import type { TeamForm } from '../team-form.ts';

/** The folder that texts and their pictures stand in: that of a post, or that of its updates. */
export interface PictureFolder {
  post: number;
  ofUpdates: boolean;
}

const FOLDER = /^([1-9][0-9]{0,8})(-updates)?$/;

/** A folder as forms and addresses name it. */
export function folderName({ post, ofUpdates }: PictureFolder): string {
  return ofUpdates ? `${post}-updates` : String(post);
}

/** Null for what names none. */
export function folderOf(name: string): PictureFolder | null {
  const [whole, post, updates] = FOLDER.exec(name) ?? [];
  return whole === undefined ? null : { post: Number(post), ofUpdates: updates !== undefined };
}

/** Characters of a picture's name, and of what is said of it. */
export const MAX_NAME = 80;
export const MAX_ALT = 300;

/** As a text can write it, and every disk can hold it. */
export const PICTURE_NAME = /^[a-z0-9][a-z0-9_-]*\.(?:png|jpe?g|webp|avif)$/;

/** A name for a file from somebody's disk; empty where it has none that could be kept. */
export function suggestedName(file: string): string {
  const [, stem = '', kind = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(file.slice(0, 300)) ?? [];
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (plain === '') return '';
  return `${plain}.${/^(?:png|jpe?g|webp|avif)$/i.test(kind) ? kind.toLowerCase() : 'png'}`;
}

const folder = z
  .string()
  .max(20, 'not_a_form')
  .regex(FOLDER, 'picture_text')
  .transform((name) => folderOf(name) as PictureFolder);
const hash = z.string().regex(/^(?:[0-9a-f]{64})?$/, 'not_a_form');

/** The field of what a picture shows, in one language. */
export const altField = <L extends Locale>(locale: L) => `alt_${locale}` as const;
const alts = Object.fromEntries(LOCALES.map((locale) => [altField(locale), { schema: z.string() }])) as Record<`alt_${Locale}`, { schema: z.ZodString }>;

// What is typed is bounded by its verb.
export const addPictureForm = {
  name: 'add-picture',
  path: teamPaths.addPicture(),
  // The other fields and the frame of each.
  maxBytes: MAX_PICTURE_BYTES + 16 * 1024,
  file: 'picture',
  fields: {
    text: { schema: folder },
    /** Empty for one made of the file's. */
    name: { schema: z.string() },
    ...alts,
    /** The picture that gives way, of that name; empty for none. */
    instead: { schema: hash },
  },
} as const satisfies TeamForm;

export const dropPictureForm = {
  name: 'drop-picture',
  path: teamPaths.dropPicture(),
  maxBytes: BUTTON_FORM_BYTES,
  fields: { text: { schema: folder }, name: { schema: z.string() }, hash: { schema: hash } },
} as const satisfies TeamForm;
