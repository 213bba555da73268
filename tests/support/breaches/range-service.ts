import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the service answers from now on. */
export type Mood = 'well' | 'slow' | 'dripping' | 'broken' | 'huge' | 'elsewhere' | 'another page' | 'empty' | 'cut off';

export interface RangeService {
  /** For BREACHED_PASSWORDS_URL. */
  url: string;
  /** What was asked, oldest first. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** How many of these questions are over, answered or given up. */
  ended: number;
  /** How many were open at once, at most. */
  most: number;
  mood: Mood;
  /** Passwords that it knows. */
  known: Set<string>;
  /** Rests of hashes among its padding. */
  padding: Set<string>;
  close(): Promise<void>;
}

const ROWS = 900;
const sha1 = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

/** A stand-in that speaks the range API of Have I Been Pwned over HTTP on this machine. */
export async function startRangeService(...known: string[]): Promise<RangeService> {
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    response.once('close', () => {
      service.ended += 1;
    });
    service.asked.push({ path: request.url ?? '', headers: request.headers });
    service.most = Math.max(service.most, service.asked.length - service.ended);
    const moved = /^\/elsewhere\/([0-9A-F]{5})$/.exec(request.url ?? '')?.[1];
    if (moved !== undefined) return void response.writeHead(200).end(rows(moved));
    const prefix = /^\/range\/([0-9A-F]{5})$/.exec(request.url ?? '')?.[1];
    if (prefix === undefined) return void response.writeHead(404).end();
    answer(response, prefix);
  });
  function rows(prefix: string): string {
    const hits = [...service.known].map(sha1).filter((hash) => hash.startsWith(prefix));
    const padding = Array.from({ length: ROWS }, () => `${randomBytes(18).toString('hex').toUpperCase().slice(1)}:0`);
    const chosen = [...service.padding].map((rest) => `${rest}:0`);
    return [...hits.map((hash) => `${hash.slice(5)}:42`), ...chosen, ...padding].sort().join('\r\n');
  }
  function answer(response: ServerResponse, prefix: string): void {
    const body = rows(prefix);
    switch (service.mood) {
      case 'well':
        return void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(body);
      case 'slow':
        return;
      case 'dripping': {
        response.writeHead(200);
        let at = 0;
        const timer = setInterval(() => response.write(body.slice(at, ++at)), 50);
        timers.add(timer);
        return;
      }
      case 'broken':
        return void response.writeHead(500).end(body);
      case 'huge':
        return void response.writeHead(200).end(`${body}\r\n${'0'.repeat(35)}:1\r\n`.repeat(100));
      case 'elsewhere':
        return void response.writeHead(302, { Location: `/elsewhere/${prefix}` }).end();
      case 'another page':
        return void response.writeHead(200).end('<!doctype html><title>Please sign in to the network</title>');
      case 'empty':
        return void response.writeHead(200).end();
      case 'cut off':
        response.writeHead(200, { 'Content-Length': String(body.length) });
        response.write(body.slice(0, 3700));
        return void setTimeout(() => response.destroy(), 50);
    }
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const service: RangeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    ended: 0,
    most: 0,
    mood: 'well',
    known: new Set(known),
    padding: new Set(),
    async close() {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return service;
}
