import type { Transaction } from '#domain/core/context.ts';

/** What an account's holder may see of its history; each has a message under `account.event`. */
export const EVENT_KINDS = ['enrolled', 'signed_in', 'signed_out', 'session_ended', 'code_sent', 'password_changed', 'data_downloaded'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** From where: a name of the device and the client's /24 or /48. */
export interface Where {
  device: string;
  network: string;
}

export async function recordEvent(tx: Transaction, accountId: bigint, at: Date, kind: EventKind, { device, network }: Where): Promise<void> {
  await tx.securityEvent.create({ data: { accountId, at, kind, device, network } });
}
