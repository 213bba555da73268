import { existsSync, watch } from 'node:fs';
import { bundle } from '#scripts/support/bundle.ts';
import type { Child } from '#scripts/support/child.ts';
import { run } from '#scripts/support/run.ts';
import { SOURCE_FOLDERS } from '#scripts/support/sources.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;

/** A changed post is pushed and published; changed sources are bundled and the processes start again. Next watches `app` by itself. */
export function watchSources(env: Record<string, string>, children: Child[]): () => void {
  const due = new Set<'content' | 'sources'>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const note = (kind: 'content' | 'sources') => {
    due.add(kind);
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(flush).catch((error) => console.error(error instanceof Error ? error.message : error));
    }, SETTLE_MS);
  };
  async function flush(): Promise<void> {
    const sources = due.delete('sources');
    const content = due.delete('content');
    if (sources) {
      await bundle();
      await Promise.all(children.map((child) => child.restart()));
    }
    if (content) await run(process.execPath, ['dist/candor.mjs', 'content', 'push', '--publish'], env);
    if (sources || content) console.log(`  ${new Date().toLocaleTimeString()}  ${sources ? 'bundled' : 'published'}`);
  }
  const folders = SOURCE_FOLDERS.filter((folder) => folder !== 'app' && existsSync(folder));
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, () => note('sources')));
  watchers.push(watch('content', { recursive: true }, () => note('content')));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
