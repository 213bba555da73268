import nodemailer from 'nodemailer';
import type { Config } from '#config';
import type { Mail } from '#documents/mail/compose.tsx';

/** Connections to the relay, and how long it may keep us waiting. */
const MAX_CONNECTIONS = 2;
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

export interface Outgoing extends Mail {
  from: { name: string; address: string };
  to: string;
  /** The same for each attempt to send the same mail, so that a mailbox can drop a double. */
  messageId: string;
}

export interface Mailer {
  /** Settles when the relay has taken the mail. */
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** Sends by the relay of SMTP_URL. Without one every mail fails, and its job waits for the setting. */
export function openMailer(config: Pick<Config, 'relay'>): Mailer {
  const { relay } = config;
  if (relay === undefined) {
    return { send: () => Promise.reject(new Error('SMTP_URL is not set, so no mail can be sent.')), close: () => undefined };
  }
  const transport = nodemailer.createTransport({
    ...relay,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, ...mail }) {
      // An object is never parsed: an address can't become two. RFC 3834: no machine should answer.
      const message = { ...mail, to: { name: '', address: to }, headers: { 'Auto-Submitted': 'auto-generated' } };
      await transport.sendMail(message).catch((error: unknown) => {
        throw notTaken(error);
      });
    },
    close: () => transport.close(),
  };
}

/** What the log and the job keep of a mail that was not taken. A relay's own words name the address. */
function notTaken(error: unknown): Error {
  const { code, command, responseCode } = Object(error) as Record<string, unknown>;
  const known = [code, command, responseCode].filter((part) => part !== undefined);
  return new Error(`The relay has not taken the mail (${known.join(', ') || 'it does not say why'}).`);
}
