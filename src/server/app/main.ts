import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import compression from 'compression';
import next from 'next';
import { readConfig } from '#config';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { announceProcess } from '#domain/processes/announce-process.ts';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import { withoutBytes } from '#edition/edition-change.ts';
import { DEFAULT_LOCALE, paths } from '#paths';
import type { ToApp } from '#server/messages.ts';
import { openLog } from '#server/open-log.ts';
import { startEditionMaker, type EditionMaker } from './edition-maker.ts';
import { sendEdition, tellFront, untilStart } from './front-channel.ts';
import { watchMail } from './mail-sighting.ts';
import { showSite } from './shown-site.ts';
import { warm } from './warm.ts';

const HEARTBEAT_MS = 500;
/** Next leaves a route handler's answer uncompressed, and sets its type as a list, which the default filter doesn't know. */
const compress = compression({ filter: (_request, response) => String(response.getHeader('Content-Type')).startsWith('text/html') });

/** Milliseconds after which a database that says nothing is taken as lost, so that no edition waits behind it for ever. */
const EDITION_ANSWER_MS = 30_000;

// A signal of the terminal goes to the whole group; the front says when it is time.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const config = readConfig();
const log = openLog(config.logLevel);
const mail = config.relay === undefined ? null : watchMail(config.relay);
let editions: EditionMaker | null = null;
const beat = () =>
  void tellFront({ kind: 'alive', sightings: { database: editions?.database() ?? null, mail: mail?.sighting() ?? null } }).catch(() => undefined);
setInterval(beat, HEARTBEAT_MS);

const start = await untilStart();
/** Nobody else removes the socket's folder when the front was killed. */
process.once('disconnect', () => void rm(dirname(start.socketPath), { recursive: true, force: true }).finally(() => process.exit(0)));

const root = process.cwd();
if (start.held) showSite(start.held.head.site);
const database = openDatabase(config.databaseUrl, { answerMs: EDITION_ANSWER_MS });
const options = await readSiteOptions(root, config.url.origin);
let edition = start.held?.head.number ?? null;
const presence = announceProcess({ db: database.db, id: randomUUID(), kind: 'serve', host: hostname(), build: options.build, edition: () => edition });
editions = startEditionMaker({
  databaseDirectUrl: config.databaseDirectUrl,
  db: database.db,
  log,
  options,
  held: start.held && withoutBytes(start.held.head, start.held.documents),
  async publish(change) {
    await sendEdition(change);
    edition = change.head.number;
    showSite(change.head.site);
  },
  async onDatabase() {
    if (config.demo || (await database.db.account.count({ where: { demo: true } })) === 0) return;
    await tellFront({ kind: 'refused', sentence: 'This database holds the demo’s sample accounts, whose passwords are known. Use another one.' });
    await new Promise(() => undefined);
  },
});
// What the database was is told at once, not with the next heartbeat.
void editions.asked.then(beat);

const app = next({ dev: config.dev, dir: root, customServer: true, hostname: config.host, port: config.port });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => compress(request as never, response as never, () => void handle(request, response)));
// The front alone connects, and closes what it no longer needs.
server.keepAliveTimeout = 0;
await new Promise<void>((resolve, reject) => server.once('error', reject).listen(start.socketPath, resolve));
// A demo's one visitor can wait, and its memory is small.
if (!config.demo) await warm(start.socketPath, config.url.host, [paths.signIn(DEFAULT_LOCALE), paths.account(DEFAULT_LOCALE)]);
await tellFront({ kind: 'listening' });

process.on('message', (message: ToApp) => {
  if (message.kind === 'stop') void stop();
});

async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  mail?.close();
  await editions?.close();
  await app.close();
  await presence.close();
  await database.close();
  // Next keeps timers of its own; everything of ours has been closed.
  process.exit(0);
}
