import type { PrismaClient } from '#generated/prisma/client.ts';
import { type Context, type Transaction, UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { networkOf } from '#domain/core/network.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';

/** What an account's holder may see of its history; each has a message under `account.event`. */
export const EVENT_KINDS = [
  'enrolled',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'session_ended',
  'code_sent',
  'proof_given',
  'proof_failed',
  'confirmed_again',
  'password_changed',
  'address_changed',
  'address_restored',
  'session_reported',
  'recovery_failed',
  'additions_removed',
  'passkey_added',
  'passkey_removed',
  'totp_added',
  'totp_removed',
  'recovery_codes_made',
  'data_downloaded',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** From where: a name of the device and the client's /24 or /48. */
export interface Where {
  device: string;
  network: string;
}

/** Where this request comes from, as far as that is kept. */
export function whereOf({ client = UNKNOWN_CLIENT }: Pick<Context, 'client'>): Where {
  return { device: client.device, network: networkOf(client.source) };
}

export async function recordEvent(tx: Transaction, accountId: bigint, at: Date, kind: EventKind, { device, network }: Where): Promise<void> {
  await tx.securityEvent.create({ data: { accountId, at, kind, device, network } });
}

/** Notes what failed, committed by itself. For an address that is nobody's it writes nothing, and takes as long. */
export async function noteEvent(db: PrismaClient | Transaction, accountId: bigint | null, kind: EventKind, { device, network }: Where): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "SecurityEvent" ("accountId", at, kind, device, network)
    SELECT id, ${databaseNow}, ${kind}, ${device}, ${network} FROM "Account" WHERE id = ${accountId ?? 0n}`;
}
