import type { Command } from 'commander';
import { resumeAction } from '#domain/actions/resume-action.ts';
import { moveCommand } from './move.ts';

export function actionsResume(actions: Command): void {
  moveCommand(actions, {
    name: 'resume',
    description: 'ask again what was paused',
    verb: resumeAction,
    said: 'asks again. What was done meanwhile counts.',
  });
}
