import type { Transaction } from '#domain/core/context.ts';

interface Added {
  accountId: bigint;
  since: Date;
  /** Ids of what stays; recovery codes go by the instants at which they were made. */
  keep?: { passkeys: string[]; apps: bigint[]; recoveryCodes: string[]; devices: string[] };
}

/** Takes away each factor that was added to an account since then, and each browser that it has known since. Answers how many. */
export async function removeAdded(tx: Transaction, { accountId, since, keep }: Added): Promise<number> {
  const added = { accountId, addedAt: { gte: since } };
  const gone = [
    await tx.passkey.deleteMany({ where: { ...added, id: { notIn: keep?.passkeys ?? [] } } }),
    await tx.totpSecret.deleteMany({ where: { ...added, id: { notIn: keep?.apps ?? [] } } }),
    await tx.recoveryCode.deleteMany({ where: { ...added, NOT: { addedAt: { in: keep?.recoveryCodes ?? [] } } } }),
    await tx.knownDevice.deleteMany({ where: { ...added, id: { notIn: keep?.devices ?? [] } } }),
  ];
  return gone.reduce((sum, { count }) => sum + count, 0);
}
