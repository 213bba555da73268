import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Builds the smallest Next application with one static page of the given HTML, inside the checkout so that it uses the same Next. Answers its folder. */
export async function buildNextStatic(html: string): Promise<string> {
  const dir = resolve('.candor/bench/next-static');
  await mkdir(join(dir, 'app'), { recursive: true });
  await writeFile(join(dir, 'package.json'), '{"private":true,"type":"module"}');
  await writeFile(
    join(dir, 'next.config.mjs'),
    `export default { turbopack: { root: ${JSON.stringify(process.cwd())} }, typescript: { ignoreBuildErrors: true } };`,
  );
  await writeFile(join(dir, 'app', 'layout.jsx'), 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }');
  await writeFile(
    join(dir, 'app', 'page.jsx'),
    `const html = ${JSON.stringify(html)};\nexport default function Page() { return <main dangerouslySetInnerHTML={{ __html: html }} />; }`,
  );
  const build = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`next build ended with ${code}`);
  return dir;
}
