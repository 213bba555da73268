import { type IncomingMessage, request } from 'node:http';
import { BlockList, connect } from 'node:net';
import { type Bundle, makeBundle } from '#edition/bundle.ts';
import { recipe } from '#edition/recipe.ts';
import { freePort } from '#scripts/support/free-port.ts';
import type { Refusal } from '#model/refusals.ts';
import type { Answered } from '#server/front/access-log.ts';
import { createFront } from '#server/front/create-front.ts';
import { frontServer } from '#server/front/front-server.ts';
import type { HandedOn } from '#server/front/hand-over.ts';

const plainRefusals = { '/.refusals/503': { body: 'plain 503', csp: "default-src 'none'" } };

const document = (path: string, body: string, status: 200 | 404 | Refusal = 200, contentType = 'text/html; charset=utf-8') =>
  recipe(path, { body, status, contentType }, (input) => ({ path, csp: "default-src 'none'", ...input }));

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Sent {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string;
}

/** A front on a port of its own, with a small edition, before an app that answers every request with "the app". */
export async function startTestFront() {
  const refusals = ([400, 403, 405, 413, 414, 415, 421, 431, 503] as const).flatMap((status) => [
    document(`/.refusals/${status}`, `refused ${status}`, status),
    document(`/de/.refusals/${status}`, `abgelehnt ${status}`, status),
  ]);
  const recipes = [
    document('/', 'home'.repeat(200)),
    document('/advisories', 'list'),
    document('/feed.atom', '<feed/>', 200, 'application/atom+xml'),
    document('/404', 'missing', 404),
    document('/de/404', 'fehlt', 404),
    ...refusals,
  ];
  /** What the front shows; null while it has no edition. */
  const shown: { bundle: Bundle | null } = {
    bundle: await makeBundle({ number: 1, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site: {} as Bundle['site'] }, recipes, null, 1_000),
  };
  /** What the app was given, in order. */
  const handed: (HandedOn & { method: string | undefined })[] = [];
  /** What the log was told, in order. */
  const logged: Answered[] = [];
  /** What the app answers when it is asked whether somebody may send a file, and whom it was asked for. */
  const app: { status: number | null; asked: string[] } = { status: 200, asked: [] };
  const log = { answered: (answer: Answered) => logged.push(answer), handedOn: (answer: Answered) => logged.push(answer) };
  const origin = new URL(`http://localhost:${await freePort()}`);
  const bundle = () => shown.bundle;
  const front = createFront({
    url: origin,
    trustedProxies: new BlockList(),
    bundle,
    plainRefusals,
    probes: new Map([['/healthz', () => ({ status: 200, body: { alive: true } })]]),
    handOn: async (req, res, given) => {
      handed.push({ ...given, method: req.method });
      res.end('the app');
      given.ended(7);
      return true;
    },
    ask: async (path, { fields }) => {
      app.asked.push(`${path} ${fields.cookie ?? ''}`);
      return app.status;
    },
    log,
    dev: false,
  });
  const server = frontServer(front, { url: origin, bundle, plainRefusals, log });
  await new Promise<void>((resolve) => server.listen(Number(origin.port), '127.0.0.1', resolve));

  function ask(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: origin.port, path, method, headers: { host: origin.host, ...headers }, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Bytes as they are, which a client library would not send; answers what comes back until the connection ends. */
  function raw(...lines: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect({ host: '127.0.0.1', port: Number(origin.port) });
      socket.on('error', reject).on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text)).write(`${lines.join('\r\n')}\r\n\r\n`);
    });
  }

  return { origin, app, shown, handed, logged, ask, raw, host: () => `Host: ${origin.host}`, close: () => new Promise((resolve) => server.close(resolve)) };
}
