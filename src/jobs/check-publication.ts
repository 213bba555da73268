import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import { render } from '#documents/site.tsx';
import { jobs } from '#domain/core/jobs.ts';
import { publishedPaths } from '#domain/publishing/approved/published-paths.ts';
import { recordCheck } from '#domain/publishing/approved/record-check.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Times that a page is fetched until it is the edition's, and the pause between, in milliseconds: instances swap within a second. */
const TRIES = 8;
const PAUSE_MS = 1_000;
/** Milliseconds that one answer may take. */
const ANSWER_MS = 5_000;
/** More bytes than any page of ours has. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Fetches each page that an edition has changed by its public address, as readers do, and compares it with what is published. */
export async function checkPublication(payload: unknown, deps: TaskDeps): Promise<void> {
  const { edition: number } = jobs['check-publication'].parse(payload);
  const ctx = systemContext(deps, 'check-publication');
  const paths = await publishedPaths(ctx, { edition: number });
  // What is live by now: a newer edition may have come since.
  const edition = await loadEdition(deps.db, null);
  if (!edition) return;
  const options = await readSiteOptions(process.cwd(), deps.config.url.origin);
  for (const path of paths) {
    const document = render(edition, path, options);
    if (!document) continue;
    await recordCheck(ctx, { edition: number, path, outcome: await outcomeOf(new URL(path, deps.config.url), hashOf(document.body)) });
  }
}

async function outcomeOf(url: URL, expected: string): Promise<'same' | 'different' | 'unreachable'> {
  let outcome: 'different' | 'unreachable' = 'unreachable';
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await setTimeout(PAUSE_MS);
    const body = await fetched(url);
    if (body !== null && hashOf(body) === expected) return 'same';
    outcome = body === null ? 'unreachable' : 'different';
  }
  return outcome;
}

/** What readers get at an address; null for no answer, another one than 200, one that leads elsewhere or one that does not end. */
async function fetched(url: URL): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS), headers: { 'cache-control': 'no-cache' } });
    if (answer.status !== 200 || !answer.body) return null;
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of answer.body) {
      length += part.length;
      if (length > MAX_BYTES) return null;
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
