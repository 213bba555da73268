import type { Renderer } from './renderer.ts';

/** The same renderer; `onRendered` hears how many posts it has rendered. */
export function countRenders(renderer: Renderer, onRendered: (done: number) => void): Renderer {
  let done = 0;
  return {
    ...renderer,
    async render(post) {
      const result = await renderer.render(post);
      done += 1;
      onRendered(done);
      return result;
    },
  };
}
