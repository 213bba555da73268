import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, startChild } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';

/** For a process that has little to do: a third less memory, at the price of a speed that nobody needs. */
const SMALL = ['--optimize-for-size', '--max-semi-space-size=1'];

export interface Mailbox {
  /** For people. */
  url: string;
  /** Answers all mails as JSON, oldest first, each with `to` and `text`. */
  api: string;
  smtpUrl: string;
  child: Child;
}

/** A local mailbox that takes every mail and sends none on. */
export async function startMailbox(dataDir: string): Promise<Mailbox> {
  const [smtp, web] = [await freePort(), await freePort()];
  const mails = join(dataDir, 'mail');
  await mkdir(mails, { recursive: true });
  const args = [
    ...SMALL,
    'node_modules/maildev/dist/bin/maildev.js',
    '--ip',
    '127.0.0.1',
    '--smtp',
    String(smtp),
    '--web-ip',
    '127.0.0.1',
    '--web',
    String(web),
    '--mail-directory',
    mails,
    '--silent',
  ];
  const child = startChild({ args, env: {}, log: join(dataDir, 'mailbox.log') });
  const url = `http://127.0.0.1:${web}`;
  await waitFor(
    async () => (await fetch(`${url}/api/healthz`)).ok,
    20_000,
    () => `The mailbox didn't start.\n${child.lastLines()}`,
  );
  return { url, api: `${url}/api/email`, smtpUrl: `smtp://127.0.0.1:${smtp}`, child };
}
