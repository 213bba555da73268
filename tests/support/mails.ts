import { waitFor } from '#scripts/support/wait-for.ts';
import type { Served } from './serve.ts';

export interface Mail {
  subject: string;
  text: string;
  html?: string;
  to: { address: string }[];
}

/** Waits until an address has so many mails, and answers them, oldest first. What the worker last said comes with a failure. */
export function mailsTo(served: Served, address: string, count = 1): Promise<Mail[]> {
  return arrived(served, address, count, () => true);
}

/** The same of those with a code in them: other news of the account may come before or between. */
export function codeMailsTo(served: Served, address: string, count = 1): Promise<Mail[]> {
  return arrived(served, address, count, ({ text }) => /(?<!\d)\d{8}(?!\d)/.test(text));
}

async function arrived({ mailbox, worker }: Served, address: string, count: number, counts: (mail: Mail) => boolean): Promise<Mail[]> {
  let mails: Mail[] = [];
  const enough = async () => {
    const all = (await (await fetch(mailbox.api)).json()) as Mail[];
    mails = all.filter((mail) => mail.to.some((to) => to.address === address) && counts(mail));
    return mails.length >= count;
  };
  await waitFor(enough, 60_000, () => `${address} has ${mails.length} mails, not ${count}.\n${worker.lastLines()}`);
  return mails;
}
