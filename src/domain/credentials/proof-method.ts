import type { z } from 'zod';
import type { Account } from '#generated/prisma/client.ts';
import type { ProofMethod } from '#model/proofs.ts';
import type { Context } from '#domain/core/context.ts';

/** One way to show that an account is one's own. Its strength is its place in `PROOF_METHODS`; its words are `guide.why.proof.<method>` and `account.todo.proof.<method>`. */
export interface ProofMethodDefinition<Schema extends z.ZodType> {
  method: ProofMethod;
  /** Asked for where the password itself may have leaked: other devices may be the intruder's, and are signed out unasked. */
  signsOutOthers: boolean;
  input: Schema;
  /**
   * Throws Invalid for what proves nothing. Answers the one-time code that the proof uses up, if it is one. What was added to the account at
   * `before` or later proves nothing.
   */
  verify: (ctx: Context, account: Account, given: z.output<Schema>, before: Date) => Promise<{ codeId: string | null }>;
}
