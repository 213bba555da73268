import { connect } from 'node:net';
import type { Sighting } from '#server/messages.ts';

const EVERY_MS = 10_000;
const TIMEOUT_MS = 1_000;

/** Looks every ten seconds whether the mail server takes connections: what can be known without sending anything. */
export function watchMail(smtpUrl: string): { sighting(): Sighting | null; close(): void } {
  let sighting: Sighting | null = null;
  const look = async () => {
    const state = await stateOf(new URL(smtpUrl));
    sighting = { state, at: Date.now() };
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return { sighting: () => sighting, close: () => clearInterval(timer) };
}

function stateOf({ protocol, hostname, port }: URL): Promise<'up' | 'down'> {
  return new Promise((resolve) => {
    // Without a port: that of submission, over TLS from the start or not (RFC 8314 §3.3, RFC 6409 §3.1).
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'smtps:' ? 465 : 587)), timeout: TIMEOUT_MS });
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
