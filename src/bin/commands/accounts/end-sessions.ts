import type { Command } from 'commander';
import { endAllSessions } from '#domain/sessions/end-all-sessions.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function accountsEndSessions(accounts: Command): void {
  const command = accounts
    .command('sessions')
    .description('sessions of an account')
    .command('end')
    .description('sign an account out everywhere')
    .argument('<account>', 'its number or its address')
    .addHelpText('after', '\nExample:\n  candor accounts sessions end someone@example.org --reason "a lost laptop"');
  operatorOptions(command, 'end sessions').action((account: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const view = await endAllSessions(ctx, { account });
      const ended = view.sessionsEnded === 1 ? '1 session is' : `${view.sessionsEnded} sessions are`;
      answer(options, view, `${ended} over.`);
    }),
  );
}
