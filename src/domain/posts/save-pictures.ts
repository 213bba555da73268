import type { Picture } from '#compiler/render/read-pictures.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Bytes that go to the database at once: a statement is held in memory several times on its way. */
const MAX_BYTES = 8 * 1024 * 1024;

interface Read {
  hash: string;
  bytes: Buffer;
}

/** Stores the pictures that are not there yet: their bytes travel once, some megabytes a statement. `onStored` hears how many have. */
export async function savePictures(tx: Transaction, pictures: readonly Picture[], onStored: (done: number, total: number) => void): Promise<void> {
  if (pictures.length === 0) return;
  const shown = new Map(pictures.flatMap(({ hash, bytes }) => (bytes ? [[hash, { hash, bytes }] as const] : [])));
  const stored = await tx.picture.findMany({ where: { hash: { in: [...shown.keys()] } }, select: { hash: true } });
  for (const { hash } of stored) shown.delete(hash);
  const left = [...shown.values()];
  while (left.length > 0) {
    onStored(shown.size - left.length, shown.size);
    const part = [left.shift() as Read];
    for (let bytes = part[0]?.bytes.length ?? 0; left[0] && bytes + left[0].bytes.length <= MAX_BYTES; ) {
      bytes += left[0].bytes.length;
      part.push(left.shift() as Read);
    }
    await tx.picture.createMany({ data: part.map(({ hash, bytes }) => ({ hash, bytes: new Uint8Array(bytes) })), skipDuplicates: true });
  }
}
