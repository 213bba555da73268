import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Milliseconds for one address: a database that says nothing holds nobody up. */
const WAIT_MS = 3_000;

/** Has what some addresses need loaded before anybody asks for them: on a busy machine the first answer would come too late. What it says is of no matter. */
export async function warm(socketPath: string, host: string, addresses: readonly string[]): Promise<void> {
  for (const path of addresses) {
    const asked = request({ socketPath, path, headers: { host }, signal: AbortSignal.timeout(WAIT_MS) }).end();
    await once(asked, 'response')
      .then(([answer]) => text(answer as IncomingMessage))
      .catch(() => undefined);
  }
}
