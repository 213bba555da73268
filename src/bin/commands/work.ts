import type { Command } from 'commander';
import { readConfig } from '#config';
import { untilSignal } from './until-signal.ts';

export function workCommand(candor: Command): void {
  candor
    .command('work')
    .description('run background jobs: mail, and the daily clean-up')
    .action(async () => {
      const { work } = await import('#jobs/worker.ts');
      const worker = await work(readConfig());
      await untilSignal();
      await worker.stop();
    });
}
