import type { RenderResult } from '#compiler/render/renderer.ts';
import type { StoredRendering } from './stored-rendering.ts';

/** What a checked text says in an edition; null where the checker made nothing of it. */
export function toRendering(result: RenderResult | null): StoredRendering | null {
  if (!result?.frontMatter || !result.rendered) return null;
  const { title, summary, date, status } = result.frontMatter;
  const named = Object.fromEntries(result.pictures.map(({ name, hash }) => [name, hash]));
  const pictures = [...new Set(Object.values(named))];
  return { title, summary, date, ...(status && { status }), rendered: result.rendered, pictures, ...(pictures.length > 0 && { named }) };
}
