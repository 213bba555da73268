import nodemailer from 'nodemailer';
import { type Check, fail, ok, warn } from './check.ts';

/** Milliseconds for each step of the conversation. */
const STEP_MS = 4_000;

/** By nodemailer's names for the step that failed. */
const REASONS: Record<string, string> = {
  EAUTH: 'the relay refuses this user, or its password.',
  ENOAUTH: 'the relay refuses this user, or its password.',
  ETLS: 'the relay offers no TLS that can be trusted.',
  ESOCKET: 'the relay does not speak TLS as asked, or its certificate is not trusted. smtps:// begins with TLS, smtp:// without.',
  EDNS: 'nothing is known by the name of the relay.',
  ECONNECTION: 'nobody listens at the relay’s host and port.',
  ECONNREFUSED: 'nobody listens at the relay’s host and port.',
  ETIMEDOUT: 'the relay does not answer.',
};

/** Greets the relay, begins TLS and signs in as a mail would; sends none. */
export const relay: Check = {
  name: 'relay',
  needs: ['SMTP_URL'],
  async look({ relay }) {
    if (relay === undefined) return warn('SMTP_URL is not set: no code and no notice reaches anybody, and mail waits.');
    const transport = nodemailer.createTransport({
      ...relay,
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const began = performance.now();
    try {
      await transport.verify();
      return ok(`The relay ${relay.auth ? 'lets us in' : 'greets us'} after ${Math.round(performance.now() - began)} ms; no mail was sent.`);
    } catch (cause) {
      const { code, errno, syscall } = Object(cause) as { code?: string; errno?: unknown; syscall?: unknown };
      // Not even a connection: nodemailer calls that a socket's failure, too.
      const step = code === 'ESOCKET' && (syscall === 'connect' || errno !== undefined) ? 'ECONNECTION' : String(code);
      return fail(`SMTP_URL: ${REASONS[step] ?? 'the relay does not take part in the conversation.'}`);
    } finally {
      transport.close();
    }
  },
};
