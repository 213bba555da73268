import { emailAddress } from './email-address.ts';

/** What sign-in looks up. Null where the text is no address. */
export function emailKey(typed: string): string | null {
  return emailAddress(typed)?.key ?? null;
}
