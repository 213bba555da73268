import { z } from 'zod';
import type { EncodedPicture } from '#compiler/render/renderer.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { MAX_PICTURE_BYTES } from '#model/team/pictures/picture-bytes.ts';
import { folderName, MAX_NAME, PICTURE_NAME, type PictureFolder, suggestedName } from '#model/team/pictures/pictures.ts';
import { lockRevisions } from '../revision-lock.ts';
import { savePictures } from '../save-pictures.ts';
import { altTexts, type AltTexts, storedAltTexts } from './alt-texts.ts';
import { encodeInTurn } from './encode-in-turn.ts';
import { pictureFolder } from './picture-folder.ts';
import { renewRevisions } from './renew-revisions.ts';

const input = z.strictObject({
  folder: pictureFolder,
  /** Empty for one made of the file's. */
  name: z.string().max(MAX_NAME, 'picture_name').toLowerCase().trim(),
  alt: altTexts,
  file: z.strictObject({ name: z.string().max(1_000, 'picture_name'), bytes: z.instanceof(Uint8Array) }),
  /** The hash of the picture that gives way, of that name; empty for none. */
  instead: z.string().max(64),
});
type Input = z.output<typeof input>;

interface Prepared {
  name: string;
  picture: EncodedPicture;
}

export interface AddedPicture {
  name: string;
  hash: string;
  alt: AltTexts;
  /** Whether it took another's place, or nothing changed: the same picture was there under the same name. */
  outcome: 'new' | 'replaced' | 'same';
}

/**
 * Makes a picture anew and gives it a name among those of a text that is being written. Whoever adds it has a part in what is written there.
 * Throws Invalid for what is no picture, or has no name or no words for it; Conflict `name_taken` where another picture has the name and is not the
 * one that gives way, NotFound where nobody is writing that text, and TooMany.
 */
export const addPicture = verb({
  name: 'posts/pictures/add-picture',
  input,
  prepare,
  timeoutMs: 15_000,
  async run(tx, ctx, { folder, alt, instead }, { name, picture }): Promise<AddedPicture> {
    const { accountId } = requireAccount(ctx);
    await lockRevisions(tx);
    const { post: postId, ofUpdates } = folder;
    await havePart(tx, folder, accountId);
    const key = { postId_ofUpdates_name: { postId, ofUpdates, name } };
    const standing = await tx.postPicture.findUnique({ where: key });
    const { hash, width, height } = picture;
    if (standing && standing.hash !== hash && standing.hash !== instead)
      throw new Conflict('name_taken', 'Another picture has that name.', { standing: standing.hash });
    await savePictures(tx, [{ ...picture, name }], () => undefined);
    const said = { ...storedAltTexts.parse(standing?.alt ?? {}), ...alt };
    const shown = { hash, width, height, alt: said };
    await tx.postPicture.upsert({ where: key, create: { postId, ofUpdates, name, ...shown, addedAt: ctx.now }, update: shown });
    const outcome = !standing ? 'new' : standing.hash === hash ? 'same' : 'replaced';
    if (standing && outcome === 'replaced') await renewRevisions(tx, folder, { before: standing.hash, after: hash, accountId, now: ctx.now });
    return { name, hash, alt: said, outcome };
  },
  audit: ({ name, hash, outcome }, { folder }) => ({ subject: `pictures:${folderName(folder)}`, detail: { name, hash, outcome } }),
});

async function prepare(ctx: Context, { folder, name: typed, alt, file }: Input): Promise<Prepared> {
  const { accountId } = requireAccount(ctx);
  const name = typed === '' ? suggestedName(file.name) : /\.[a-z]+$/.test(typed) ? typed : `${typed}.png`;
  const errors: Record<string, string> = {};
  if (name.length > MAX_NAME || !PICTURE_NAME.test(name)) errors.name = typed === '' ? 'picture_name_missing' : 'picture_name';
  if (Object.keys(alt).length === 0) errors.alt = 'picture_alt';
  if (file.bytes.length === 0) errors.picture = 'picture_missing';
  if (file.bytes.length > MAX_PICTURE_BYTES) errors.picture = 'picture_large';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  await countAttempt(ctx.db, 'picture', String(accountId));
  if (!(await isWritten(ctx.db, folder))) throw new NotFound();
  return { name, picture: await encodeInTurn(ctx, { name: file.name.slice(0, 100) || name, bytes: file.bytes }) };
}

const ofFolder = ({ post, ofUpdates }: PictureFolder) => ({ postId: post, updateId: ofUpdates ? { not: null } : null });

async function isWritten(db: Context['db'], folder: PictureFolder): Promise<boolean> {
  return (await db.draft.findFirst({ where: ofFolder(folder), select: { id: true } })) !== null;
}

/** Nobody approves their own pictures either. */
async function havePart(tx: Transaction, folder: PictureFolder, accountId: bigint): Promise<void> {
  await tx.draft.updateMany({ where: { ...ofFolder(folder), NOT: { authorIds: { has: accountId } } }, data: { authorIds: { push: accountId } } });
}
