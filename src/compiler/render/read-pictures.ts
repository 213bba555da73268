import { join } from 'node:path';
import type { PictureAnswer, PictureRequest, UploadRequest } from './child-protocol.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { PictureReference, ShownPicture } from '#compiler/grammar/place-pictures.ts';
import type { Pool } from './children/pool.ts';
import { storedPictureFile } from './pictures/stored-picture-file.ts';

/** A picture as it is served: WebP. */
export interface Picture extends ShownPicture {
  /** In the post. */
  name: string;
  /** Null of one that is stored already. */
  bytes: Buffer | null;
}

export interface ReadPictures {
  /** By their names in the post. */
  pictures: Record<string, Picture>;
  findings: Finding[];
}

/** Has every picture of a post proven and encoded in a child, each once; what is wrong is said at every place that names it. */
export function pictureReader(pool: Pool): (folder: string, references: PictureReference[], made?: ReadonlySet<string>) => Promise<ReadPictures> {
  // By path, those that are asked for and not answered yet: a post in three languages shows one picture.
  const underWay = new Map<string, Promise<ReadAnswer>>();
  const once = (folder: string, name: string, made: ReadonlySet<string>) => {
    const path = join(folder, name);
    const asked = underWay.get(path) ?? read(pool, folder, name, made).finally(() => underWay.delete(path));
    underWay.set(path, asked);
    return asked;
  };
  return async (folder, references, made = new Set()) => {
    const names = [...new Set(references.map(({ name }) => name))];
    return placed(references, new Map(await Promise.all(names.map(async (name) => [name, await once(folder, name, made)] as const))));
  };
}

/** A picture, or what is wrong with its file. */
type ReadAnswer = Omit<Picture, 'name'> | Extract<PictureAnswer, { refused: object }>;

function placed(references: PictureReference[], answers: ReadonlyMap<string, ReadAnswer>): ReadPictures {
  const pictures: Record<string, Picture> = {};
  const findings: Finding[] = [];
  for (const { name, line, column } of references) {
    const answer = answers.get(name) as ReadAnswer;
    if ('refused' in answer) {
      findings.push({ ...answer.refused, severity: 'error', line, column });
    } else {
      pictures[name] ??= { ...answer, name };
    }
  }
  return { pictures, findings };
}

async function read(pool: Pool, folder: string, name: string, made: ReadonlySet<string>): Promise<ReadAnswer> {
  const taken = await storedPictureFile(folder, name, made);
  if (taken) return { ...taken, bytes: null };
  const answer = await provePicture(pool, { folder, picture: name });
  if ('refused' in answer) return answer;
  const { base64, ...shown } = answer.encoded;
  return { ...shown, bytes: Buffer.from(base64, 'base64') };
}

/** What a child says of a picture; one that it can't end with is refused too. */
export async function provePicture(pool: Pool, request: PictureRequest | UploadRequest): Promise<PictureAnswer> {
  const answer = await pool.ask(request);
  if (typeof answer === 'object' && !('findings' in answer)) return answer;
  const message = `"${request.picture}" takes more time or memory to read than a picture may. Make it smaller, or save it as another kind.`;
  return { refused: { rule: 'image/too-large', message } };
}
