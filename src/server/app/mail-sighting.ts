import { connect } from 'node:net';
import type { SmtpRelay } from '#config/smtp-relay.ts';
import type { Sighting } from '#server/messages.ts';

const EVERY_MS = 10_000;
const TIMEOUT_MS = 1_000;

/** Looks every ten seconds whether the mail server takes connections: what can be known without sending anything. */
export function watchMail(relay: SmtpRelay): { sighting(): Sighting | null; close(): void } {
  let sighting: Sighting | null = null;
  const look = async () => {
    const state = await stateOf(relay);
    sighting = { state, at: Date.now() };
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return { sighting: () => sighting, close: () => clearInterval(timer) };
}

function stateOf({ host, port }: SmtpRelay): Promise<'up' | 'down'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
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
