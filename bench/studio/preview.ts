import { openDatabase } from '#domain/core/postgres/database.ts';
import type { Served } from '#tests/support/serve.ts';
import { teamMember } from '#tests/support/team/team-member.ts';
import { startBenchSite } from '../bench-site.ts';
import { atMost, type Line, quantile } from '../line.ts';

const WORDS = 2_000;
const SAVES = 100;

/** From a save of a post of 2,000 words over its check to the last byte of the public page that it would be, over HTTP. The pause before it is the editor's own. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({});
  const { db, close } = openDatabase(site.databaseUrl);
  try {
    const { url, environment: env } = site;
    const { cookie } = await teamMember({ database: { db }, url, env } as unknown as Served, ['author']);
    const headers = { origin: url, accept: 'application/json', cookie: `${cookie.name}=${cookie.value}` };
    const post = (path: string, fields: Record<string, string>) => fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(fields) });
    const started = await post('/studio/drafts/start', { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
    const { to: path } = (await started.json()) as { to: string };
    const { source, ...first } = (await (await fetch(`${url}${path}/text`, { headers })).json()) as { source: string; version: number };
    let { version } = first;
    const samples: { saved: number; checked: number; shown: number }[] = [];
    for (let number = 0; number < SAVES; number += 1) {
      const began = performance.now();
      const save = await post(`${path}/save`, { version: String(version), source: `${source}\n${longText(number)}` });
      ({ version } = (await save.json()) as { version: number });
      const saved = performance.now();
      const check = (await (await fetch(`${url}${path}/check`, { headers })).json()) as { ok: boolean };
      const checked = performance.now();
      const html = await (await fetch(`${url}${path}/preview`, { headers })).text();
      if (!check.ok || !html.includes(`Sentence ${number}.0 `)) throw new Error('The preview does not show what was saved.');
      samples.push({ saved: saved - began, checked: checked - saved, shown: performance.now() - began });
    }
    // The first ones start the processes that render.
    const measured = samples.slice(10);
    const p95 = quantile(
      measured.map(({ shown }) => shown),
      0.95,
    );
    const p50 = (part: keyof (typeof measured)[number]) =>
      quantile(
        measured.map((sample) => sample[part]),
        0.5,
      );
    const raw = { 'p50 ms': p50('shown'), 'p95 ms': p95, 'save ms': p50('saved'), 'check ms': p50('checked'), saves: measured.length };
    return [atMost(`save → check → preview of a post of ${WORDS} words, p95`, p95, 300, 'ms', raw)];
  } finally {
    await close();
    await site.stop();
  }
}

/** Paragraphs of eight sentences. */
function longText(number: number): string {
  const sentence = (index: number) => `Sentence ${number}.${index} says plainly and **in few words** what we know of it.`;
  const sentences = Array.from({ length: Math.ceil(WORDS / 14) }, (_, index) => sentence(index));
  return sentences.map((text, index) => (index % 8 === 0 ? `\n\n${text}` : text)).join(' ');
}
