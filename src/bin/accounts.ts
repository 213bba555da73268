import type { Command } from 'commander';
import { accountsCreate } from '#bin/commands/accounts/create.ts';
import { accountsDisable } from '#bin/commands/accounts/disable.ts';
import { accountsEnable } from '#bin/commands/accounts/enable.ts';
import { accountsResetFactors } from '#bin/commands/accounts/reset-factors.ts';
import { accountsEndSessions } from '#bin/commands/accounts/end-sessions.ts';
import { accountsErase } from '#bin/commands/accounts/erase.ts';
import { accountsImport } from '#bin/commands/accounts/import.ts';
import { accountsList } from '#bin/commands/accounts/list.ts';
import { accountsRoles } from '#bin/commands/accounts/roles.ts';
import { accountsShow } from '#bin/commands/accounts/show.ts';

export function accountsCommands(candor: Command): void {
  const accounts = candor.command('accounts').description('accounts');
  accountsCreate(accounts);
  accountsImport(accounts);
  accountsList(accounts);
  accountsShow(accounts);
  accountsDisable(accounts);
  accountsEnable(accounts);
  accountsRoles(accounts);
  accountsEndSessions(accounts);
  accountsResetFactors(accounts);
  accountsErase(accounts);
}
