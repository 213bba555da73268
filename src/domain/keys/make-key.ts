import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { Conflict } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import { verb } from '#domain/core/verb.ts';
import { notify } from '#domain/notices/notify.ts';
import { KEY_MARK, MAX_KEY_DAYS } from './key-state.ts';

const DAY_MS = 86_400_000;
/** More than a person has places to keep one. */
const MAX_KEYS = 10;

export interface MadeKey {
  id: number;
  /** Shown once: the database has no more than its hash. */
  secret: string;
  name: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A key by which its person approves what is pushed, from a command line that is not theirs to sign in at. Throws Conflict `keys_full`, TooMany. */
export const makeKey = verb({
  name: 'keys/make-key',
  input: z.strictObject({
    name: z.string().max(80, 'key_name_long').trim().min(1, 'key_name_missing'),
    days: z.int('key_days').min(1, 'key_days').max(MAX_KEY_DAYS, 'key_days'),
  }),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'new_factor', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx, { name, days }): Promise<MadeKey> {
    const { accountId, sessionId } = requireAccount(ctx);
    const held = await tx.approvalKey.count({ where: { accountId, revokedAt: null, expiresAt: { gt: ctx.now } } });
    if (held >= MAX_KEYS) throw new Conflict('keys_full');
    const secret = `${KEY_MARK}${newSecret()}`;
    const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS);
    const { id } = await tx.approvalKey.create({ data: { accountId, name, secretHash: secretId(secret), createdAt: ctx.now, expiresAt } });
    const { device, network } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    await recordEvent(tx, accountId, ctx.now, 'approval_key_made', { device, network });
    await notify(tx, accountId, { kind: 'approval_key_made', at: ctx.now.toISOString(), device, network });
    return { id, secret, name, expiresAt: expiresAt.toISOString() };
  },
  audit: ({ id, expiresAt }) => ({ subject: `approval-key:${id}`, detail: { expiresAt } }),
});
