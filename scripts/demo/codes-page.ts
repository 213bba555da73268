import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import type { SampleAccount } from './data.ts';

/** Of an authenticator app, as of every account. */
const PERIOD = 30;

const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" };

/** What somebody's authenticator app shows, for the sample accounts that have one: a page of the demo's own process, on this machine alone. The product has no such page. */
export async function startCodesPage(accounts: readonly SampleAccount[]): Promise<{ url: string; stop(): Promise<void> }> {
  const apps = accounts.flatMap(({ email, totp }) =>
    totp === undefined ? [] : [{ email, app: new TOTP({ secret: Secret.fromBase32(totp), period: PERIOD }) }],
  );
  let own = '';
  const server = createServer((request, response) => {
    // A name that leads here from elsewhere reads nothing.
    if (request.headers.host !== own) return void response.writeHead(404).end();
    const left = PERIOD - (Math.floor(Date.now() / 1000) % PERIOD);
    response
      .writeHead(200, HEADERS)
      .end(page(apps.map(({ email, app }) => `<tr><td>${email}</td><td><code>${app.generate()}</code></td></tr>`).join(''), left));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { url: `http://${own}`, stop };
}

function page(rows: string, left: number): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="${left}"><title>Codes of the demo</title>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><h1>Codes of the demo</h1><p>What the authenticator apps of the sample accounts show now. The page renews itself in ${left} seconds.</p><table><thead><tr><th>Account</th><th>Code</th></tr></thead><tbody>${rows}</tbody></table></body></html>`;
}
