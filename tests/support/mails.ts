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

const CODE = /(?<!\d)\d{8}(?!\d)/g;

/** Waits for the n-th mail with a code to an address, whatever else goes there, and answers it. */
export async function codeMailTo(served: Served, address: string, nth = 1): Promise<Mail & { code: string }> {
  let found: Mail | undefined;
  const arrived = async () => {
    const mails = await mailsTo(served, address);
    found = mails.filter(({ text }) => text.match(CODE)?.length === 1)[nth - 1];
    return found !== undefined;
  };
  await waitFor(arrived, 60_000, () => `${address} has no ${nth}. mail with one code.\n${served.worker.lastLines()}`);
  return { ...(found as Mail), code: found?.text.match(CODE)?.[0] as string };
}
