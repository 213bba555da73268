import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Builds the smallest Next application that has the given HTML as a static page, `/`, and as a cached route handler, `/cached`, without
 * Next's compression; inside the checkout, so that it uses the same Next. Answers its folder.
 */
export async function buildNextPages(html: string): Promise<string> {
  const dir = resolve('.candor/bench/next-pages');
  await mkdir(join(dir, 'app', 'cached'), { recursive: true });
  await writeFile(join(dir, 'package.json'), '{"private":true,"type":"module"}');
  await writeFile(
    join(dir, 'next.config.mjs'),
    `export default { compress: false, poweredByHeader: false, turbopack: { root: ${JSON.stringify(process.cwd())} }, typescript: { ignoreBuildErrors: true } };`,
  );
  await writeFile(join(dir, 'app', 'layout.jsx'), 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }');
  await writeFile(
    join(dir, 'app', 'page.jsx'),
    `const html = ${JSON.stringify(html)};\nexport default function Page() { return <main dangerouslySetInnerHTML={{ __html: html }} />; }`,
  );
  await writeFile(
    join(dir, 'app', 'cached', 'route.js'),
    `const html = ${JSON.stringify(html)};\nexport const dynamic = 'force-static';\nexport const GET = () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });`,
  );
  const build = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`next build ended with ${code}`);
  return dir;
}
