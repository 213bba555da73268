import type { Command } from 'commander';
import { pauseAction } from '#domain/actions/pause-action.ts';
import { moveCommand } from './move.ts';

export function actionsPause(actions: Command): void {
  moveCommand(actions, {
    name: 'pause',
    description: 'stop asking until it is resumed; needs nothing but the database',
    verb: pauseAction,
    said: 'is paused: nobody is asked. What it ended stays ended.',
  });
}
