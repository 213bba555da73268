import { brotliCompressSync } from 'node:zlib';
import { openDatabase } from '#domain/core/postgres/database.ts';
import type { Served } from '#tests/support/serve.ts';
import { teamMember } from '#tests/support/team/team-member.ts';
import { startBenchSite } from '../bench-site.ts';
import { atMost, type Line } from '../line.ts';

const KILOBYTE = 1024;
/** What customers and the public load: documents without a framework. */
const PUBLIC = ['/', '/sign-in'] as const;

/** The JavaScript of the editor's page, what it adds to any other page of the team, and that no page of customers or of the public has any of it. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({});
  const { db, close } = openDatabase(site.databaseUrl);
  try {
    const { url, environment: env } = site;
    const { cookie } = await teamMember({ database: { db }, url, env } as unknown as Served, ['author']);
    const headers = { origin: url, accept: 'application/json', cookie: `${cookie.name}=${cookie.value}` };
    const body = new URLSearchParams({ kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
    const { to } = (await (await fetch(`${url}/studio/drafts/start`, { method: 'POST', headers, body })).json()) as { to: string };
    const editor = await scriptsOf(url + to, headers);
    const front = await scriptsOf(`${url}/studio`, headers);
    const open = await Promise.all([...PUBLIC, site.advisory].map((path) => scriptsOf(url + path, {})));
    const framework = open.flatMap((scripts) => [...scripts.keys()]).filter((path) => path.startsWith('/_next/'));
    const own = [...editor].filter(([path]) => !front.has(path));
    const raw = { scripts: editor.size, 'KB as they are': sum([...editor.values()].map(({ bytes }) => bytes)) / KILOBYTE };
    return [
      atMost('JavaScript of the editor’s page, compressed', sum([...editor.values()].map(({ sent }) => sent)) / KILOBYTE, 400, 'KB', raw),
      atMost('… of which no other page of the team has', sum(own.map(([, { sent }]) => sent)) / KILOBYTE, 250, 'KB', { scripts: own.length }),
      atMost('scripts of the framework on public pages and the sign-in', framework.length, 0, 'scripts', {}),
    ];
  } finally {
    await close();
    await site.stop();
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** Path → bytes as they are, and as Brotli sends them at its best. */
async function scriptsOf(page: string, headers: Record<string, string>): Promise<Map<string, { bytes: number; sent: number }>> {
  const answer = await fetch(page, { headers: { ...headers, accept: 'text/html' } });
  if (answer.status !== 200) throw new Error(`${page} answers ${answer.status}.`);
  const html = await answer.text();
  // The flight data names the scripts of client components, escaped.
  const named = html.match(/\/_next\/static\/[\w./~-]+\.js|(?<=<script[^>]* src=")[^"]+/g) ?? [];
  const scripts = new Map<string, { bytes: number; sent: number }>();
  for (const path of new Set(named)) {
    const script = Buffer.from(await (await fetch(new URL(path, page))).arrayBuffer());
    scripts.set(path, { bytes: script.length, sent: brotliCompressSync(script).length });
  }
  return scripts;
}
