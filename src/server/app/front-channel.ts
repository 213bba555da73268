import type { ChangedDocument, EditionChange } from '#edition/edition-change.ts';
import type { ToApp, ToFront } from '#server/messages.ts';

/** Bytes of documents in one message: the front reads it in a fraction of a millisecond. */
const PORTION_BYTES = 256 * 1024;

/** Resolves when the message has been handed to the channel; rejects when the front is gone. */
export function tellFront(message: ToFront): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('There is no front: the app runs only as its child.'));
    process.send(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** The first message of the front. */
export function untilStart(): Promise<Extract<ToApp, { kind: 'start' }>> {
  return new Promise((resolve) => {
    const read = (message: ToApp) => {
      if (message.kind !== 'start') return;
      process.off('message', read);
      resolve(message);
    };
    process.on('message', read);
  });
}

/** Hands an edition to the front, one portion after the other. */
export async function sendEdition({ documents, ...change }: EditionChange): Promise<void> {
  let portion: ChangedDocument[] = [];
  let bytes = 0;
  for (const document of documents) {
    portion.push(document);
    bytes += sizeOf(document);
    if (bytes < PORTION_BYTES) continue;
    await tellFront({ kind: 'documents', documents: portion });
    portion = [];
    bytes = 0;
  }
  if (portion.length > 0) await tellFront({ kind: 'documents', documents: portion });
  await tellFront({ kind: 'edition', change });
}

/** In bytes, about. */
const sizeOf = ({ packed }: ChangedDocument) => 512 + (packed?.length ?? 0);
