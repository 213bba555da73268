import type { RenderResult } from '#compiler/render/renderer.ts';
import type { StoredRendering } from './stored-rendering.ts';

/** What a checked text says in an edition; null where the checker made nothing of it. */
export function toRendering(result: RenderResult | null): StoredRendering | null {
  if (!result?.frontMatter || !result.rendered) return null;
  const { title, summary, date, status } = result.frontMatter;
  return { title, summary, date, ...(status && { status }), rendered: result.rendered, pictures: [...new Set(result.pictures.map(({ hash }) => hash))] };
}
