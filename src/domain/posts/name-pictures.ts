import type { Picture } from '#compiler/render/read-pictures.ts';
import type { Transaction } from '#domain/core/context.ts';

/** A text and what it calls its pictures. */
interface Named {
  /** Of the text as it is now. */
  revision: number;
  pictures: readonly Pick<Picture, 'name' | 'hash' | 'width' | 'height'>[];
}

/** Keeps what texts call their pictures, so that a draft is checked with them; a name that means another picture now, means that one. One statement. */
export async function namePictures(tx: Transaction, texts: readonly Named[]): Promise<void> {
  const named = texts.flatMap(({ revision, pictures }) => pictures.map(({ name, hash, width, height }) => ({ revision, name, hash, width, height })));
  if (named.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "PostPicture" ("postId", "ofUpdates", name, hash, width, height)
    SELECT DISTINCT ON (r."postId", r."updateId" IS NOT NULL, g.name) r."postId", r."updateId" IS NOT NULL, g.name, g.hash, g.width, g.height
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS g(revision int, name text, hash text, width int, height int)
    JOIN "Revision" r ON r.id = g.revision
    ORDER BY r."postId", r."updateId" IS NOT NULL, g.name
    ON CONFLICT ("postId", "ofUpdates", name) DO UPDATE SET hash = excluded.hash, width = excluded.width, height = excluded.height`;
}
