import { createHash } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { secretId } from '#domain/core/secret.ts';
import type { AdditionKind } from '#model/proofs.ts';

/** Browsers that are shown: an intruder's script may have made thousands, and who does not tick a box keeps none. */
const MAX_DEVICES = 50;
/** Of those that an account had one after the other. */
const MAX_ADDRESSES = 20;

/** Something that was added to an account, as its person is asked about it. */
export interface Addition {
  /** Names it in a form: 32 hex digits of a hash, which say nothing. */
  handle: string;
  kind: AdditionKind;
  /** Of a passkey: its person's own word for it; of a change of the address: the new one. */
  name: string | null;
  /** ISO 8601. */
  addedAt: string;
  device: string;
  network: string;
}

/** What it is called in its table; recovery codes go by the instant at which they were made. */
export type FoundAddition = Addition & { id: string };

interface Sought {
  accountId: bigint;
  since: Date;
  /** What the acting browser's cookie of the device holds: that browser is not asked about. */
  device: string | null;
}

/** What was added to an account since then, newest first, with from where; bounded, however much it was. */
export async function readAdditions(db: PrismaClient | Transaction, { accountId, since, device }: Sought): Promise<FoundAddition[]> {
  const rows = await db.$queryRaw<(Omit<FoundAddition, 'handle' | 'addedAt'> & { addedAt: Date })[]>`
    SELECT 'passkey' AS kind, id, name, "addedAt", device, network FROM "Passkey" WHERE "accountId" = ${accountId} AND "addedAt" >= ${since}
    UNION ALL
    SELECT 'totp', id::text, NULL, "addedAt", device, network FROM "TotpSecret"
      WHERE "accountId" = ${accountId} AND "addedAt" >= ${since} AND "confirmedAt" IS NOT NULL
    UNION ALL
    SELECT DISTINCT 'recovery_codes', to_char("addedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NULL, "addedAt", device, network
      FROM "RecoveryCode" WHERE "accountId" = ${accountId} AND "addedAt" >= ${since}
    UNION ALL
    (SELECT 'address', id::text, "toEmail", at, device, network FROM "AddressChange"
      WHERE "accountId" = ${accountId} AND at >= ${since} AND "revertedAt" IS NULL ORDER BY id DESC LIMIT ${MAX_ADDRESSES})
    UNION ALL
    (SELECT 'device', k.id, NULL, k."addedAt", coalesce(began.device, 'Unknown device'), coalesce(began.network, 'unknown')
      FROM "KnownDevice" k LEFT JOIN LATERAL (
        SELECT s.device, s.network FROM "Session" s WHERE s."accountId" = k."accountId" AND s."createdAt" = k."addedAt" LIMIT 1
      ) began ON TRUE
      WHERE k."accountId" = ${accountId} AND k."addedAt" >= ${since} AND k.id <> ${secretId(device ?? '')}
      ORDER BY k."addedAt" DESC LIMIT ${MAX_DEVICES})
    ORDER BY "addedAt" DESC, kind, id`;
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString(), handle: handleOf(row) }));
}

/** What a page may know of it. */
export function viewOf({ handle, kind, name, addedAt, device, network }: FoundAddition): Addition {
  return { handle, kind, name, addedAt, device, network };
}

function handleOf({ kind, id }: { kind: AdditionKind; id: string }): string {
  return createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 32);
}
