import { z } from 'zod';
import { MAX_EMAIL_LENGTH } from '#model/forms/fields.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { emailKey } from './email-key.ts';

/** An account as an operator names it: its number, or its address in any spelling. */
export const accountName = z.string().min(1).max(MAX_EMAIL_LENGTH);

/** PostgreSQL's `bigint` has nineteen digits. */
const ID = /^\d{1,18}$/;

/** Throws NotFound, which repeats no address. */
export async function findAccount(db: Context['db'] | Transaction, name: string): Promise<bigint> {
  const key = emailKey(name);
  const where = ID.test(name) ? { id: BigInt(name) } : key === null ? null : { emailKey: key };
  const account = where && (await db.account.findUnique({ where, select: { id: true } }));
  if (!account) throw new NotFound('There is no such account. It is named by its number or its address.');
  return account.id;
}
