import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';

/** When a factor was added, and from where. */
interface Added {
  addedAt: string;
  device: string;
  network: string;
}

export interface FactorsView {
  /** Oldest first; `keptBy` as in passkey/kept-by.ts. */
  passkeys: (Added & { id: string; keptBy: string; lastUsedAt: string | null })[];
  /** The authenticator app. */
  app: Added | null;
  recoveryCodes: { left: number; added: Added | null };
}

/** The account's second factors, for its person; no secret of any. */
export const readFactors = query({
  name: 'credentials/factor/read-factors',
  input: z.strictObject({}),
  async run(ctx): Promise<FactorsView> {
    const { accountId } = requireAccount(ctx);
    const [passkeys, app, codes] = await Promise.all([
      ctx.db.passkey.findMany({ where: { accountId }, orderBy: { addedAt: 'asc' } }),
      ctx.db.totpSecret.findFirst({ where: { accountId, confirmedAt: { not: null } } }),
      ctx.db.recoveryCode.findMany({ where: { accountId } }),
    ]);
    return {
      passkeys: passkeys.map(({ id, name, lastUsedAt, ...rest }) => ({ id, keptBy: name, lastUsedAt: lastUsedAt?.toISOString() ?? null, ...addedOf(rest) })),
      app: app && addedOf(app),
      recoveryCodes: { left: codes.length, added: codes[0] ? addedOf(codes[0]) : null },
    };
  },
});

function addedOf({ addedAt, device, network }: { addedAt: Date; device: string; network: string }): Added {
  return { addedAt: addedAt.toISOString(), device, network };
}
