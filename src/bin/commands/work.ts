import type { Command } from 'commander';
import { readConfig } from '#config';
import { sayCautions } from './say-cautions.ts';
import { untilSignal } from './until-signal.ts';

export function workCommand(candor: Command): void {
  candor
    .command('work')
    .description('run background jobs: mail, and the daily clean-up')
    .action(async () => {
      const { work } = await import('#jobs/worker.ts');
      const config = readConfig();
      sayCautions(config);
      const worker = await work(config);
      await untilSignal();
      await worker.stop();
    });
}
