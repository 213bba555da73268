import type { ContentFile } from '#compiler/folder/content.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Throws Invalid, by path, where a folder calls a text by a word that it had before it was renamed in the studio. One statement. */
export async function refuseRenamed(tx: Transaction, files: readonly ContentFile[]): Promise<void> {
  const slugs = [...new Set(files.flatMap(({ slug, incidentSlug }) => [slug, incidentSlug ?? slug]))];
  const rows = await tx.formerSlug.findMany({ where: { slug: { in: slugs } }, include: { post: true, update: true } });
  const refused = files.flatMap((file) => {
    const post = file.incidentSlug ?? file.slug;
    const kind = file.kind === 'note' ? 'note' : 'advisory';
    const row = rows.find(
      ({ slug, update, ...one }) => one.kind === kind && (update ? file.kind === 'update' && one.post.slug === post && slug === file.slug : slug === post),
    );
    return row ? [[`${file.path}:1:1`, sentence(row.slug, (row.update ?? row.post).slug)] as const] : [];
  });
  if (refused.length > 0) throw new Invalid(Object.fromEntries(refused), 'A text was renamed in the studio; nothing was changed.');
}

const sentence = (was: string, is: string) =>
  `structure/renamed: "${was}" was renamed in the studio and is "${is}" now. Rename the file or its folder, and write "slug: ${is}"; or fetch it with content pull --drafts.`;
