import { waitFor } from '#scripts/support/wait-for.ts';
import type { Served } from './serve.ts';

export interface Mail {
  subject: string;
  text: string;
  html?: string;
  to: { address: string }[];
}

/** Waits until an address has so many mails, and answers them, oldest first. What the worker last said comes with a failure. */
export async function mailsTo({ mailbox, worker }: Served, address: string, count = 1): Promise<Mail[]> {
  let mails: Mail[] = [];
  const arrived = async () => {
    const all = (await (await fetch(mailbox.api)).json()) as Mail[];
    mails = all.filter((mail) => mail.to.some((to) => to.address === address));
    return mails.length >= count;
  };
  await waitFor(arrived, 60_000, () => `${address} has ${mails.length} mails, not ${count}.\n${worker.lastLines()}`);
  return mails;
}
