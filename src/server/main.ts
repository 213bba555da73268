import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import next from 'next';
import pino from 'pino';
import type { Config } from '#config';
import { policyOf } from '#documents/shell/policy.ts';
import { refusalDocument } from '#documents/shell/refusal-document.tsx';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import { localeOf } from '#paths';
import { openDatabase } from '#domain/core/database.ts';
import { startEditionHost } from './edition-host.ts';
import { createFront } from './front.ts';

/** How long a stopping process lets open requests finish. */
const DRAIN_MS = 5_000;

/** Serves until `stop` is called. Throws one sentence when it must not start. */
export async function serve(config: Config): Promise<{ stop(): Promise<void> }> {
  const log = pino({ level: config.logLevel });
  const root = process.cwd();
  const options = await readSiteOptions(root, config.url.origin);
  const database = openDatabase(config.databaseUrl);
  const refuseSamples = async () => {
    if (config.demo || (await database.db.account.count({ where: { demo: true } })) === 0) return;
    log.fatal('This database holds the demo’s sample accounts, whose passwords are known. Use another one.');
    process.exit(1);
  };
  const host = await startEditionHost({ config, db: database.db, log, options, onDatabase: refuseSamples });

  // next-auth reads its own address from the environment and would else believe the Host header.
  process.env.NEXTAUTH_URL = config.url.origin;
  const app = next({ dev: config.dev, dir: root, customServer: true, hostname: config.host, port: config.port });
  await app.prepare();
  const front = createFront({
    url: config.url,
    trustedProxies: config.trustedProxies,
    bundle: host.bundle,
    cache: !config.dev,
    refusalPolicy: policyOf({ styleHash: options.stylesheet.hash }),
    refusal: (status, path) => refusalDocument(status, options, host.bundle()?.site ?? null, localeOf(path)),
    next: app.getRequestHandler(),
    probes: {
      '/healthz': async () => ({ status: 200, body: { alive: true } }),
      '/readyz': async () => {
        const edition = host.bundle()?.number ?? null;
        return { status: edition === null ? 503 : 200, body: { edition, build: options.build, database: host.database(), mail: await mailState(config) } };
      },
    },
  });
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 10_000 }, front);
  await listen(server, config);
  log.info({ url: config.url.origin }, 'serving');

  return {
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
      await closed;
      await host.close();
      await app.close();
      await database.close();
    },
  };
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
}

/** Whether the mail server takes connections: what a probe can know without sending anything. */
function mailState(config: Config): Promise<'up' | 'down' | 'off'> {
  if (config.smtpUrl === undefined) return Promise.resolve('off');
  const { hostname, port } = new URL(config.smtpUrl);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 25), timeout: 1_000 });
    const answer = (state: 'up' | 'down') => {
      socket.destroy();
      resolve(state);
    };
    socket
      .once('connect', () => answer('up'))
      .once('error', () => answer('down'))
      .once('timeout', () => answer('down'));
  });
}
