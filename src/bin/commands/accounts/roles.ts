import type { Command } from 'commander';
import { setRoles } from '#domain/accounts/set-roles.ts';
import { ROLES, type Role } from '#model/roles.ts';
import { answer } from '#bin/commands/answer.ts';
import { checked } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface RolesOptions extends OperatorOptions {
  set: string;
}

const NONE = 'none';
const ONE = `(?:${ROLES.join('|')})`;
const FORM = new RegExp(`^(?:${NONE}|${ONE}(?:,${ONE})*)$`);

const EXAMPLES = `
Examples:
  candor accounts roles someone@example.org --set author,approver --reason "joins the desk"
  candor accounts roles someone@example.org --set none --reason "left the team"`;

export function accountsRoles(accounts: Command): void {
  const command = accounts
    .command('roles')
    .description('say what an account may do in the team; a change signs it out everywhere')
    .argument('<account>', 'its number or its address')
    .requiredOption(
      '--set <roles>',
      `all that it has from now on: ${ROLES.join(', ')}, with commas between, or ${NONE}`,
      checked(FORM, `Roles are ${ROLES.join(', ')}, with commas between and no blanks, or ${NONE}.`),
    )
    .addHelpText('after', EXAMPLES);
  operatorOptions(command, 'change roles').action((account: string, { set, ...options }: RolesOptions) =>
    asOperator(options, async (ctx) => {
      const roles = set === NONE ? [] : (set.split(',') as Role[]);
      const view = await setRoles(ctx, { account, roles });
      const { accountId, before, after, sessionsEnded } = view;
      const ended = sessionsEnded === 1 ? '1 session' : `${sessionsEnded} sessions`;
      const words =
        before.join() === after.join()
          ? `Account ${accountId} has these roles already: ${inWords(after)}.`
          : `Account ${accountId} has the roles ${inWords(after)}, and had ${inWords(before)}; it ended ${ended}.`;
      answer(options, view, words);
    }),
  );
}

const inWords = (roles: Role[]): string => roles.join(', ') || NONE;
