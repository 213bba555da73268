import type { EncodedPicture } from '#compiler/render/renderer.ts';
import type { Context } from '#domain/core/context.ts';
import { Invalid, TooMany } from '#domain/core/errors.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';

/** Pictures that wait or are made anew at once, of one process: each is held whole, and drafts are checked by the same few children. */
const MAX_WAITING = 4;

/** What the decoder refuses with → the key of the sentence. */
const SENTENCES: Readonly<Record<string, string>> = {
  'image/drawing': 'picture_drawing',
  'image/moving': 'picture_moving',
  'image/too-large': 'picture_large',
};

const queues = new WeakMap<PrismaClient, { last: Promise<unknown>; waiting: number }>();

/** A picture made anew, one at a time. Throws Invalid for what is none, TooMany when too many wait. */
export async function encodeInTurn({ db, renderer }: Context, picture: { name: string; bytes: Uint8Array }): Promise<EncodedPicture> {
  if (!renderer) throw new Error('This door has no renderer.');
  const queue = queues.get(db) ?? { last: Promise.resolve(), waiting: 0 };
  queues.set(db, queue);
  if (queue.waiting >= MAX_WAITING) throw new TooMany(2, false);
  queue.waiting += 1;
  const turn = queue.last.then(() => renderer().encode(picture));
  queue.last = turn.catch(() => undefined);
  const made = await turn.finally(() => {
    queue.waiting -= 1;
  });
  if ('refused' in made) throw new Invalid({ picture: SENTENCES[made.refused.rule] ?? 'picture_unreadable' }, made.refused.message);
  return made;
}
