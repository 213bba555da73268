import type { Transaction } from '#domain/core/context.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import type { LiveText } from '../live/live-texts.ts';

interface NamedPicture {
  path: string;
  hash: string;
}

/**
 * The pictures that the live texts show, where those find them in a content folder; with `drafts`, what every text now means by its names. Where two
 * languages of a text mean different ones by one name, since one of them was published later, it is the later one's.
 */
export async function namedPictures(tx: Transaction, live: readonly LiveText[], drafts: boolean): Promise<NamedPicture[]> {
  const now = await namesOfNow(tx);
  const stored = await tx.rendering.findMany({ where: { id: { in: live.map(({ renderingId }) => renderingId) } }, select: { id: true, json: true } });
  const renderings = new Map(stored.map(({ id, json }) => [id, json as unknown as StoredRendering]));
  const found = new Map<string, string>();
  for (const text of [...live].sort((a, b) => a.revisionId - b.revisionId)) {
    const { pictures = [], named } = renderings.get(text.renderingId) as StoredRendering;
    const folder = folderOf(text);
    // Before names were kept with what they show: those of now.
    const names = named ? Object.entries(named) : [...(now.get(folder) ?? [])].filter(([, hash]) => pictures.includes(hash));
    for (const [name, hash] of names) found.set(`${folder}/${name}`, hash);
  }
  if (drafts) for (const [folder, names] of now) for (const [name, hash] of names) found.set(`${folder}/${name}`, hash);
  return [...found].map(([path, hash]) => ({ path, hash }));
}

/** By folder, what texts call their pictures now. */
async function namesOfNow(tx: Pick<Transaction, 'postPicture'>): Promise<Map<string, [name: string, hash: string][]>> {
  const rows = await tx.postPicture.findMany({ include: { post: { select: { kind: true, slug: true } } }, orderBy: { postId: 'asc' } });
  const grouped = Map.groupBy(rows, ({ post, ofUpdates }) => folderOf({ ...post, updateSlug: ofUpdates ? 'any' : null }));
  return new Map([...grouped].map(([folder, group]) => [folder, group.map(({ name, hash }) => [name, hash])]));
}

function folderOf(text: Pick<LiveText, 'kind' | 'slug' | 'updateSlug'>): string {
  return storedTextPath({ ...text, locale: '' }).replace(/\/[^/]*$/, '');
}
