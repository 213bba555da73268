import type { Command } from 'commander';
import { withdrawAction } from '#domain/actions/withdraw-action.ts';
import { moveCommand } from './move.ts';

export function actionsWithdraw(actions: Command): void {
  moveCommand(actions, {
    name: 'withdraw',
    description: 'stop asking, for good; needs nothing but the database',
    verb: withdrawAction,
    said: 'is withdrawn. What it ended stays ended.',
  });
}
