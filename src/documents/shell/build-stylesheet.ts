import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Compiles `src/documents/shell/styles.css`. Needs the development dependencies, so a build calls it and a server never does. */
export async function buildStylesheet(root = process.cwd()): Promise<string> {
  const [{ compile, optimize }, { Scanner }] = await Promise.all([import('@tailwindcss/node'), import('@tailwindcss/oxide')]);
  const base = join(root, 'src', 'documents', 'shell');
  const compiler = await compile(await readFile(join(base, 'styles.css'), 'utf8'), { base, onDependency: () => undefined });
  const candidates = new Scanner({ sources: compiler.sources }).scan();
  return optimize(compiler.build(candidates), { minify: true }).code.trim();
}
