import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { type Renderer, startRenderer } from '#compiler/render/renderer.ts';

/** A renderer on a child made of the sources as they are now. Inside the checkout, so that the child finds what npm installed. */
export async function startTestRenderer(options: { timeoutMs?: number; warm?: number } = {}): Promise<Renderer> {
  const childPath = `${process.cwd()}/dist/compile-child-test-${process.pid}.mjs`;
  await buildChild(childPath);
  const renderer = startRenderer({ childPath, ...options });
  return { ...renderer, close: () => renderer.close().finally(() => rmSync(childPath, { force: true })) };
}

/** The child that renders posts, made of the sources as they are now. */
export async function buildChild(outfile: string): Promise<void> {
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
}

/** A note with valid front matter around a body; its first line is line 8. */
export function note(body: string): string {
  return `---\ntitle: A note\nslug: a-note\nsummary: What it is about.\nlocale: en\ndate: 2014-05-27\n---\n${body}`;
}
