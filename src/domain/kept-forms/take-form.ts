import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { secretId } from '#domain/core/secret.ts';
import { verb } from '#domain/core/verb.ts';
import { type KeptForm, keptForm } from './kept-form.ts';

/** What was kept of a refused form of this person's, once; null where nothing was, or it is too late. */
export const takeForm = verb({
  name: 'kept-forms/take-form',
  input: z.strictObject({ form: z.string().max(60) }),
  async run(tx, ctx, { form }): Promise<KeptForm | null> {
    const { accountId } = requireAccount(ctx);
    const [row] = await tx.$queryRaw<{ json: unknown }[]>`
      DELETE FROM "KeptForm" WHERE id = ${secretId(form)} AND "accountId" = ${accountId} AND "expiresAt" > ${ctx.now} RETURNING json`;
    return row ? keptForm.parse(row.json) : null;
  },
  audit: () => null,
});
