import type { Renderer } from '#compiler/render/renderer.ts';

/** How long its processes are kept without being asked for, in milliseconds: each holds some 100 MB. */
const KEPT_MS = 5 * 60_000;

/** The renderer of posts, started when it is first asked for and ended when nobody has asked for a while. Who asks uses it at once and does not keep it. */
export function lentRenderer(start: () => Renderer, keptMs = KEPT_MS): () => Renderer {
  let renderer: Renderer | null = null;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    renderer ??= start();
    const lent = renderer;
    timer = setTimeout(() => {
      renderer = null;
      void lent.close();
    }, keptMs);
    timer.unref();
    return lent;
  };
}
