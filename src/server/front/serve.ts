import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import pino from 'pino';
import type { Config } from '#config';
import { headOf, storedOf } from '#edition/edition-change.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { createFront, secureFields } from './create-front.ts';
import { handOver } from './hand-over.ts';
import { openHeldEdition } from './held-edition.ts';
import { listen } from './listen.ts';
import { probesOf } from './probes.ts';
import type { PlainRefusals } from './refusal-pages.ts';

/** How long a stopping process lets open requests finish: longer than a private path may take to answer. */
const DRAIN_MS = 6_000;

/** A connection on which nothing moves for so long, in milliseconds, is ended: its client does not take its answer. Longer than the app may be silent. */
const STUCK_MS = 60_000;

/** Longer than balancers keep an idle connection: else they would send a request into one that is being closed. */
const KEEP_ALIVE_MS = 70_000;

/**
 * Serves until `stop` is called: public paths from the edition, and private ones by the app, which it starts. Throws when it can't
 * listen; calls `onRefused` with a sentence when the app must not run.
 */
export async function serve(config: Config, onRefused: (sentence: string) => void): Promise<{ stop(): Promise<void> }> {
  keepYoungSpaceSmall();
  const log = pino({ level: config.logLevel });
  const root = process.cwd();
  const [{ build }, plainRefusals] = await Promise.all([readBuilt<{ build: string }>(root, 'build.json'), readBuilt<PlainRefusals>(root, 'refusals.json')]);
  const edition = openHeldEdition(config.dataDir, log);
  // Nobody else can listen where only we may write.
  const sockets = await mkdtemp(join(tmpdir(), 'candor-app-'));
  let app: AppProcess | null = null;
  let socketPath = '';

  const over = handOver({
    url: config.url,
    secure: [...secureFields(config.url), 'Cache-Control', 'no-store'],
    socketPath: () => (app?.state() === 'up' ? socketPath : null),
  });
  const front = createFront({
    url: config.url,
    trustedProxies: config.trustedProxies,
    bundle: edition.bundle,
    plainRefusals,
    dev: config.dev,
    handOn: over.handOn,
    probes: probesOf({
      edition: () => edition.bundle()?.number ?? null,
      build,
      app: () => app?.state() ?? 'starting',
      sightings: () => app?.sightings() ?? null,
      mail: config.relay !== undefined,
    }),
  });
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The front says it in the site's look.
      requireHostHeader: false,
    },
    front,
  );
  server.timeout = STUCK_MS;
  // What else a client expects changes nothing (RFC 9110 §10.1.1): Node would answer by itself.
  server.on('checkExpectation', front);
  answerBrokenRequests(server, config.url, () => edition.bundle()?.documents, plainRefusals);
  try {
    log.info({ url: config.url.origin, listening: await listen(server, config) }, 'serving');
  } catch (error) {
    await rm(sockets, { recursive: true, force: true });
    throw error;
  }

  app = startApp({
    entry: join(root, 'dist', 'app.mjs'),
    dev: config.dev,
    log,
    start(number) {
      socketPath = join(sockets, `${number}.sock`);
      const held = edition.bundle();
      // What the last app sent without coming to its end belongs to nothing.
      edition.forget();
      return { kind: 'start', socketPath, held: held && { head: headOf(held), documents: [...held.documents.values()].map(storedOf) } };
    },
    onMessage(message) {
      if (message.kind === 'refused') onRefused(message.sentence);
      else edition.take(message);
    },
    onSilence: over.giveUp,
  });

  return {
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Who is still being answered does not come again by the same connection.
      server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
      server.closeIdleConnections();
      const end = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(end);
      await app?.stop();
      over.close();
      await edition.settled();
      await rm(sockets, { recursive: true, force: true });
    },
  };
}

/** A request leaves next to nothing behind: young objects need the space that V8 starts with, not the tens of megabytes that it would add, and keep, under load. */
function keepYoungSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

async function readBuilt<T>(root: string, name: string): Promise<T> {
  return JSON.parse(await readFile(join(root, 'dist', name), 'utf8')) as T;
}
