import type { Picture } from '#compiler/render/read-pictures.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Stores the pictures that are not there yet: their bytes travel once. */
export async function savePictures(tx: Transaction, pictures: readonly Picture[]): Promise<void> {
  if (pictures.length === 0) return;
  const shown = new Map(pictures.map((picture) => [picture.hash, picture]));
  const stored = await tx.picture.findMany({ where: { hash: { in: [...shown.keys()] } }, select: { hash: true } });
  for (const { hash } of stored) shown.delete(hash);
  const data = [...shown.values()].map(({ hash, bytes }) => ({ hash, bytes: new Uint8Array(bytes) }));
  await tx.picture.createMany({ data, skipDuplicates: true });
}
