import { Agent, request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';

/** How often each instance is asked whether it can serve, and how long it may take to say so. */
const CHECK_MS = 200;
const ALIVE_WITHIN_MS = 500;
/** How long a page may take to begin before another instance is asked for it. */
const BEGIN_MS = 2_000;
/** Until a person gives up. */
const PATIENCE_MS = 15_000;
const TRIES = 5;

export interface Answer {
  status: number;
  location: string | null;
  /** The pairs of Set-Cookie. */
  cookies: string[];
  retryAfter: string | null;
  text: string;
  ms: number;
}

interface Sent {
  path: string;
  /** A form that is posted; without one the page is read. */
  form?: Record<string, string>;
  cookie?: string;
  /** Whose address a proxy says that it is. */
  source?: string;
}

export interface Balancer {
  /** A page that anybody may ask for twice: null when no instance gives it. */
  read(path: string): Promise<Answer | null>;
  /** What may be asked for once: null when the instance was lost that it had been sent to. */
  send(sent: Sent): Promise<Answer | null>;
  close(): void;
}

/** Hands requests to instances as a balancer with a health check does; a connection that is refused was nobody's yet. */
export function balancer(host: string, ports: number[]): Balancer {
  const agent = new Agent({ keepAlive: true });
  const alive = new Set(ports);
  let turn = 0;
  let closed = false;
  for (const port of ports) void check(port);

  async function check(port: number): Promise<void> {
    while (!closed) {
      const answer = await ask(port, { path: '/readyz' }, ALIVE_WITHIN_MS).catch(() => null);
      if (answer?.status === 200) alive.add(port);
      else alive.delete(port);
      await later(CHECK_MS);
    }
  }

  function next(): number {
    const choice = alive.size > 0 ? [...alive] : ports;
    turn += 1;
    return choice[turn % choice.length] as number;
  }

  function ask(port: number, { path, form, cookie = '', source = '192.0.2.1' }: Sent, withinMs: number): Promise<Answer> {
    const began = performance.now();
    const body = form === undefined ? '' : new URLSearchParams(form).toString();
    const posted = { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
    const headers = { host, cookie, 'x-forwarded-for': source, ...(form && posted) };
    return new Promise((resolve, reject) => {
      const asked = request({ agent, host: '127.0.0.1', port, path, method: form ? 'POST' : 'GET', headers, signal: AbortSignal.timeout(withinMs) });
      asked.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('error', reject);
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? null,
            cookies: (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] as string),
            retryAfter: response.headers['retry-after'] ?? null,
            text,
            ms: performance.now() - began,
          }),
        );
      });
      asked.end(body);
    });
  }

  return {
    async read(path) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const port = next();
        const answer = await ask(port, { path }, BEGIN_MS).catch(() => null);
        if (answer) return answer;
        alive.delete(port);
      }
      return null;
    },
    async send(sent) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const port = next();
        try {
          return await ask(port, sent, PATIENCE_MS);
        } catch (error) {
          alive.delete(port);
          if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') return null;
        }
      }
      return null;
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
}
