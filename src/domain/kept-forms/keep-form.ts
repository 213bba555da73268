import { randomBytes } from 'node:crypto';
import { requireAccount } from '#domain/core/require-account.ts';
import { secretId } from '#domain/core/secret.ts';
import { verb } from '#domain/core/verb.ts';
import { keptForm } from './kept-form.ts';

/** How long the page may take to come, in milliseconds. */
const KEPT_MS = 10 * 60_000;

/** Keeps a form that was refused, for ten minutes and for the page that shows it once more to whoever sent it. Answers what the page's address names it by. */
export const keepForm = verb({
  name: 'kept-forms/keep-form',
  input: keptForm,
  async run(tx, ctx, kept): Promise<{ form: string }> {
    const { accountId } = requireAccount(ctx);
    const form = randomBytes(16).toString('base64url');
    await tx.keptForm.create({ data: { id: secretId(form), accountId, json: kept, expiresAt: new Date(ctx.now.getTime() + KEPT_MS) } });
    return { form };
  },
  audit: () => null,
});
