import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startBenchSite } from './bench-site.ts';
import { atMost, type Line } from './line.ts';

const KILOBYTE = 1024;

/** What a first view of the advisory and of the sign-in page costs: bytes as sent, requests, and the script's minified size. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ pin: [] });
  try {
    const advisory = await weigh(site.url, site.advisory);
    const signIn = await weigh(site.url, '/sign-in');
    return [
      atMost('first view of an advisory, compressed', advisory.bytes / KILOBYTE, 14, 'KB', { bytes: advisory.bytes }),
      atMost('first view of an advisory, requests', advisory.requests, 2, 'requests', {}),
      atMost('own script, minified', advisory.scriptBytes / KILOBYTE, 1, 'KB', { bytes: advisory.scriptBytes }),
      atMost('first view of sign-in, compressed', signIn.bytes / KILOBYTE, 14, 'KB', { bytes: signIn.bytes }),
      atMost('first view of sign-in, requests', signIn.requests, 2, 'requests', {}),
    ];
  } finally {
    await site.stop();
  }
}

async function weigh(origin: string, path: string): Promise<{ bytes: number; requests: number; scriptBytes: number }> {
  const html = await (await fetch(origin + path)).text();
  const parts = [...html.matchAll(/<(?:script|img|source|link rel="(?:stylesheet|icon|preload)")[^>]*?(?:src|href)="(?!data:)([^"]+)"/g)].map(
    (match) => match[1] as string,
  );
  let bytes = await sentBytes(origin + path);
  let scriptBytes = 0;
  for (const part of parts) {
    bytes += await sentBytes(new URL(part, origin).href);
    if (part.endsWith('.js')) scriptBytes += (await (await fetch(new URL(part, origin))).arrayBuffer()).byteLength;
  }
  return { bytes, requests: 1 + parts.length, scriptBytes };
}

/** The body as it crosses the network: what the server compresses is compressed here the same way, since fetch hides it. */
async function sentBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const length = answer.headers.get('content-length');
  if (length !== null && answer.headers.get('content-encoding') !== null) return Number(length);
  const encoding = answer.headers.get('content-encoding');
  if (encoding === 'br') return brotliCompressSync(body).length;
  return encoding === 'gzip' ? gzipSync(body).length : body.length;
}
