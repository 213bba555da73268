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
  'approval_key_made',
  'approval_key_revoked',
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

/** Notes what was done with an address: for one that is nobody's it writes nothing, and takes as long. */
export async function noteEvent(tx: Transaction, accountId: bigint | null, kind: EventKind, { device, network }: Where): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SecurityEvent" ("accountId", at, kind, device, network)
    SELECT id, ${databaseNow}, ${kind}, ${device}, ${network} FROM "Account" WHERE id = ${accountId ?? 0n}`;
}

/**
 * Notes what failed, committed by itself. What is written does not wait for the disk, since that would tell who has an account from who has none, and
 * a crash may lose it.
 */
export async function noteFailure(db: PrismaClient, accountId: bigint | null, kind: EventKind, where: Where): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL synchronous_commit = off`;
    await noteEvent(tx, accountId, kind, where);
  });
}
