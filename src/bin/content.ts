import type { Command } from 'commander';
import { contentCheck } from '#bin/commands/content/check.ts';
import { contentNew } from '#bin/commands/content/new.ts';
import { contentPull } from '#bin/commands/content/pull.ts';
import { contentPush } from '#bin/commands/content/push.ts';

export function contentCommands(candor: Command): void {
  const content = candor.command('content').description('the comms team’s folder');
  contentCheck(content);
  contentNew(content);
  contentPull(content);
  contentPush(content);
}
