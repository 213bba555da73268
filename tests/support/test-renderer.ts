import { afterAll, inject } from 'vitest';
import { type Renderer, startRenderer } from '#compiler/render/renderer.ts';

let shared: Renderer | undefined;
afterAll(() => shared?.close());

/** A renderer of its own, on a child made of the sources as they are now. */
export function startTestRenderer(options: { timeoutMs?: number; warm?: number } = {}): Renderer {
  return startRenderer({ childPath: inject('compileChild'), ...options });
}

/** The renderer of a test file, started when it is first asked for. */
export function sharedRenderer(): Renderer {
  shared ??= startTestRenderer();
  return shared;
}
