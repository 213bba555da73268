import { createHmac } from 'node:crypto';
import type { Config } from '#config';

/** Whom an attempt was about, for the audit log: the account, or the address as a hash that only who has CANDOR_SECRET can make again. */
export function aboutAddress({ secret }: Pick<Config, 'secret'>, accountId: bigint | null, key: string): string {
  return accountId === null ? `address:${createHmac('sha256', secret).update(`address ${key}`).digest('hex').slice(0, 32)}` : `account:${accountId}`;
}
