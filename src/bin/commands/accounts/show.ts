import type { Command } from 'commander';
import { type ShownAccount, showAccount } from '#domain/status/show-account.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function accountsShow(accounts: Command): void {
  const command = accounts
    .command('show')
    .description('one account: its sessions, what is asked of it, what lately happened to it')
    .argument('<account>', 'its number or its address')
    .addHelpText('after', '\nExample:\n  candor accounts show someone@example.org');
  operatorOptions(command, 'show an account').action((account: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const shown = await showAccount(ctx, { account });
      answer(options, shown, inLines(shown));
    }),
  );
}

function inLines(shown: ShownAccount): string {
  const { accountId, email, market, locale, roles, enrolled, createdAt, disabledAt, erasedAt, lastSignInAt, sessions, openOrders, passwordChanges, events } =
    shown;
  const state = erasedAt ? `erased ${erasedAt}` : disabledAt ? `disabled ${disabledAt}` : enrolled ? 'open' : 'open, has no password yet';
  const lines = [
    `account   ${accountId}  ${email}`,
    `state     ${state}`,
    `market    ${market}, ${locale}, since ${createdAt}`,
    `roles     ${roles.join(' ') || 'none'}`,
    `sessions  ${sessions.open} open${sessions.lastSeenAt ? `, last seen ${sessions.lastSeenAt}` : ''}; last sign-in ${lastSignInAt ?? 'never'}`,
    ...openOrders.map(({ incident, kind, since }) => `asked     ${kind}  ${incident}  since ${since}`),
    ...passwordChanges.map(({ at, proof }) => `password  ${at}  changed, by ${proof}`),
    ...events.map(({ at, kind, device, network }) => `event     ${at}  ${kind}  ${device}  ${network}`),
  ];
  return lines.join('\n');
}
