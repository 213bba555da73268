import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { freePort } from '#scripts/support/free-port.ts';
import { startBenchSite, untilAnswers } from './bench-site.ts';
import { atMost, type Line } from './line.ts';
import { buildNextPages } from './next-pages.ts';

const KILOBYTE = 1024;

interface Weight {
  bytes: number;
  requests: number;
  scriptBytes: number;
}

/** What a first view of the advisory and of the sign-in page costs: bytes as sent, requests, and the script's minified size; beside it what the same advisory costs as a Next page. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ pin: [] });
  let next: ChildProcess | undefined;
  try {
    const page = site.url + site.advisory;
    const advisory = await weigh(page);
    const signIn = await weigh(`${site.url}/sign-in`);
    const port = String(await freePort());
    const dir = await buildNextPages(await (await fetch(page)).text());
    next = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'start', '-p', port], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
    await untilAnswers(`http://localhost:${port}`);
    const nextPage = await weigh(`http://localhost:${port}/`, site.url);
    const raw = (of: keyof Weight) => ({ 'the front': advisory[of], 'a Next page': nextPage[of] });
    return [
      atMost('first view of an advisory, compressed', advisory.bytes / KILOBYTE, 14, 'KB', raw('bytes')),
      atMost('first view of an advisory, requests', advisory.requests, 2, 'requests', raw('requests')),
      atMost('script of an advisory, minified', advisory.scriptBytes / KILOBYTE, 1, 'KB', raw('scriptBytes')),
      atMost('first view of sign-in, compressed', signIn.bytes / KILOBYTE, 14, 'KB', { bytes: signIn.bytes }),
      atMost('first view of sign-in, requests', signIn.requests, 2, 'requests', {}),
    ];
  } finally {
    next?.kill('SIGTERM');
    if (next && next.exitCode === null && next.signalCode === null) await once(next, 'exit');
    await site.stop();
  }
}

/** A page with all that a browser of today loads for it. What is not the framework's own comes from `site`, whose page it is a copy of. */
async function weigh(page: string, site = page): Promise<Weight> {
  const html = await (await fetch(page)).text();
  const tags = html.match(/<(?:script|img|source|link rel="(?:stylesheet|icon|preload)")[^>]*>/g) ?? [];
  const named = tags.filter((tag) => !/ nomodule/i.test(tag)).flatMap((tag) => /(?:src|href)="(?!data:)([^"]+)"/.exec(tag)?.[1] ?? []);
  const parts = [...new Set(named)].map((part) => new URL(part, part.startsWith('/_next/') ? page : site).href);
  let bytes = await sentBytes(page);
  let scriptBytes = 0;
  for (const part of parts) {
    bytes += await sentBytes(part);
    if (part.endsWith('.js')) scriptBytes += (await (await fetch(part)).arrayBuffer()).byteLength;
  }
  return { bytes, requests: 1 + parts.length, scriptBytes };
}

/** The body as it crosses the network: what is sent in chunks is compressed here the same way, and what its server leaves uncompressed as Brotli does it at its best. */
async function sentBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const [encoding, length] = [answer.headers.get('content-encoding'), answer.headers.get('content-length')];
  if (encoding !== null && length !== null) return Number(length);
  return encoding === 'gzip' ? gzipSync(body).length : brotliCompressSync(body).length;
}
