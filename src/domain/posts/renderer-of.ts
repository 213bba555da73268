import type { Renderer } from '#compiler/render/renderer.ts';
import type { DoorContext } from '#domain/core/context.ts';

/** What checks and renders posts for a door. Throws an Error for one that brings none: no writing is done there. */
export function rendererOf({ renderer }: DoorContext): Renderer {
  if (!renderer) throw new Error('This door has no renderer.');
  return renderer();
}
