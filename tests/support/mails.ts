import { waitFor } from '#scripts/wait-for.ts';
import type { Mailbox } from '#scripts/mailbox.ts';

export interface Mail {
  subject: string;
  text: string;
  html?: string;
  to: { address: string }[];
}

/** Waits until an address has so many mails, and answers them, oldest first. */
export async function mailsTo(mailbox: Mailbox, address: string, count = 1): Promise<Mail[]> {
  let mails: Mail[] = [];
  const arrived = async () => {
    const all = (await (await fetch(mailbox.api)).json()) as Mail[];
    mails = all.filter((mail) => mail.to.some((to) => to.address === address));
    return mails.length >= count;
  };
  await waitFor(arrived, 60_000, () => `${address} has ${mails.length} mails, not ${count}.`);
  return mails;
}
