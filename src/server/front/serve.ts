import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Config } from '#config';
import { headOf, storedOf } from '#edition/edition-change.ts';
import { openLog } from '#server/open-log.ts';
import { accessLog } from './access-log.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { createFront, secureFields } from './create-front.ts';
import { frontServer } from './front-server.ts';
import { handOver } from './hand-over.ts';
import { openHeldEdition } from './held-edition.ts';
import { listen } from './listen.ts';
import { probesOf } from './probes.ts';
import type { PlainRefusals } from './refusal-pages.ts';

/** How long a stopping process lets open requests finish: longer than a private path may take to answer. */
const DRAIN_MS = 6_000;

/** How long a disk may take to keep the last edition before the process ends without it, in milliseconds: a busy one takes seconds, one that hangs for ever. */
const DISK_MS = 20_000;
/** How long a reader may take for the last lines of the log. */
const LAST_LINES_MS = 1_000;

/**
 * Serves until `stop` is called: public paths from the edition, and private ones by the app, which it starts. Throws when it can't
 * listen; calls `onRefused` with a sentence when the app must not run.
 */
export async function serve(config: Config, onRefused: (sentence: string) => void): Promise<{ stop(): Promise<void> }> {
  keepYoungSpaceSmall();
  const log = openLog(config.logLevel);
  const access = accessLog(log);
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
    dev: config.dev,
  });
  const front = createFront({
    url: config.url,
    trustedProxies: config.trustedProxies,
    bundle: edition.bundle,
    plainRefusals,
    dev: config.dev,
    log: access,
    handOn: over.handOn,
    ask: over.ask,
    probes: probesOf({
      edition: () => edition.bundle()?.number ?? null,
      disk: edition.disk,
      build,
      app: () => app?.state() ?? 'starting',
      sightings: () => app?.sightings() ?? null,
      mail: config.relay !== undefined,
    }),
  });
  const server = frontServer(front, { url: config.url, bundle: edition.bundle, plainRefusals, log: access });
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
      await Promise.race([edition.settled(), later(DISK_MS, undefined, { ref: false })]);
      await rm(sockets, { recursive: true, force: true });
      setTimeout(() => process.exit(), LAST_LINES_MS).unref();
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
