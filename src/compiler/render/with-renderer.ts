import { type Renderer, startRenderer } from './renderer.ts';

/** Lends a renderer to `work`: started when it is first asked for, and ended with it. */
export async function withRenderer<T>(work: (renderer: () => Renderer) => Promise<T>): Promise<T> {
  let started: Renderer | undefined;
  try {
    return await work(() => (started ??= startRenderer()));
  } finally {
    await started?.close();
  }
}
