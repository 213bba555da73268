import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The child that renders posts, made of the sources as they are now. */
    compileChild: string;
  }
}

/** One for the whole run. Inside the checkout, so that it finds what npm installed. */
export default async function setup(project: TestProject): Promise<() => void> {
  const outfile = `${process.cwd()}/dist/test-compile-child-${process.pid}.mjs`;
  const remove = () => rmSync(outfile, { force: true });
  process.once('exit', remove);
  await build({
    entryPoints: ['src/compiler/render/compile-child.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  });
  project.provide('compileChild', outfile);
  return remove;
}
