import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin, stop, transform } from 'esbuild';
import { exclusive } from '#scripts/lock/exclusive.mjs';
import { sourcesId } from './sources.ts';

const STAMP = 'dist/bundled';
const PROGRAM = 'dist/candor.mjs';

/** What is used of a package of many files goes into the bundle: every start would read all of them, and every process hold them. It has no dependencies, whose versions would be ours to find. */
const inlined: Plugin = {
  name: 'inlined',
  setup: ({ onResolve }) => onResolve({ filter: /^zod$/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) })),
};

/** Makes what Node runs outside Next, and what every document carries: `dist/*.mjs`, the stylesheet, the small scripts. Does nothing when the sources are those of last time. */
export async function bundle(): Promise<void> {
  await exclusive('.candor/bundling', 'bundles', async () => {
    const id = await sourcesId();
    if (await isBundled(id)) return;
    await build({
      entryPoints: {
        candor: 'src/bin/candor.ts',
        app: 'src/server/app/main.ts',
        'compile-child': 'src/compiler/render/compile-child.ts',
        'plain-refusals': 'src/documents/plain-refusals.ts',
        'prove-edition': 'src/documents/prove-edition.ts',
        'preview-document': 'src/documents/preview/preview-document.ts',
      },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      // Our own `#…` imports are bundled, what npm installed is not, but for that one.
      packages: 'external',
      plugins: [inlined],
      jsx: 'automatic',
      sourcemap: 'linked',
      logLevel: 'error',
    });
    await bundleAssets();
    await stop();
    await writeFile('dist/build.json', JSON.stringify({ build: id }));
    await writeFile(STAMP, id);
  });
}

/** Whether `dist/` was made of the sources as they are. */
export async function isBundled(id?: string): Promise<boolean> {
  return existsSync(PROGRAM) && (await readFile(STAMP, 'utf8').catch(() => '')) === (id ?? (await sourcesId()));
}

/** `dist/stylesheet.json`, `dist/live-script.json` and `dist/passkey-script.json`: `{text}` each, read at start by whoever renders documents. `dist/refusals.json`: what the front shows before the first edition. */
async function bundleAssets(): Promise<void> {
  await mkdir('dist', { recursive: true });
  const { buildStylesheet } = (await import('#documents/shell/build-stylesheet.ts')) as { buildStylesheet(): Promise<string> };
  const script = await transform(await readFile('src/documents/shell/live.js', 'utf8'), { minify: true, target: 'es2020' });
  const passkey = await build({
    entryPoints: ['src/documents/factors/passkey.js'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
  });
  await writeFile('dist/stylesheet.json', JSON.stringify({ text: await buildStylesheet() }));
  await writeFile('dist/live-script.json', JSON.stringify({ text: script.code.trim() }));
  await writeFile('dist/passkey-script.json', JSON.stringify({ text: passkey.outputFiles[0]?.text.trim() }));
  // A bundle, since Node runs no JSX; a fresh name, since Node keeps a module that it has read.
  const { plainRefusals } = (await import(`${pathToFileURL('dist/plain-refusals.mjs').href}?${Date.now()}`)) as { plainRefusals(): Promise<unknown> };
  await writeFile('dist/refusals.json', JSON.stringify(await plainRefusals()));
}
