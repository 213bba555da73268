import { randomUUID } from 'node:crypto';
import { readConfig } from '#config';
import type { DoorContext } from '#domain/core/context.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { builtProof } from '#server/built-proof.ts';
import { startBenchSite } from './bench-site.ts';
import { atMost, type Line, quantile } from './line.ts';
import { addAdvisories } from './support/many-advisories.ts';

const ADVISORIES = 500;
const PUBLICATIONS = 100;
const GIVE_UP_MS = 20_000;

/** From the call of the publishing verb to new bytes of a changed advisory on both instances, with 500 advisories live. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ instances: 2 });
  const { db, close } = openDatabase(site.databaseUrl);
  try {
    // As the demo's: nobody reads a hundred advisories first.
    const config = { ...readConfig(site.environment), demo: true };
    const renderEdition = builtProof(config.url.origin);
    const ctx = (): DoorContext => ({
      actor: { kind: 'operator', as: 'bench', reason: 'bench' },
      db,
      config,
      requestId: randomUUID(),
      renderEdition,
    });
    const advisories = await addAdvisories(db, ADVISORIES);
    await publishContent(ctx(), { texts: advisories.texts });
    for (const url of site.urls) await untilText(url + advisories.path(0), 'revision 0');
    const samples: number[] = [];
    for (let number = 1; number <= PUBLICATIONS; number += 1) {
      const which = number % ADVISORIES;
      const text = await advisories.revise(which, `revision ${number}`);
      const began = performance.now();
      await publishContent(ctx(), { texts: [text] });
      await Promise.all(site.urls.map((url) => untilText(url + advisories.path(which), `revision ${number}`)));
      samples.push(performance.now() - began);
    }
    const raw = { 'p50 ms': quantile(samples, 0.5), 'p99 ms': quantile(samples, 0.99), publications: samples.length };
    return [atMost(`publish → new bytes on two instances, ${ADVISORIES} advisories live, p99`, raw['p99 ms'] / 1000, 1, 's', raw)];
  } finally {
    await close();
    await site.stop();
  }
}

async function untilText(url: string, text: string): Promise<void> {
  const end = performance.now() + GIVE_UP_MS;
  while (performance.now() < end) {
    // A connection that was idle too long may be closed under the request: the next one counts.
    const answer = await fetch(url).then(
      (response) => response.text(),
      () => '',
    );
    if (answer.includes(text)) return;
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error(`${url} never said "${text}"`);
}
