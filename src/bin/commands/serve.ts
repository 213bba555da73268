import type { Command } from 'commander';
import { readConfig } from '#config';
import { untilSignal } from './until-signal.ts';

export function serveCommand(candor: Command): void {
  candor
    .command('serve')
    .description('serve the public pages and the account pages')
    .action(async () => {
      const config = readConfig();
      // Next reads it while it is loaded.
      Object.assign(process.env, { NODE_ENV: config.dev ? 'development' : 'production' });
      const { serve } = await import('#server/main.ts');
      const server = await serve(config);
      await untilSignal();
      await server.stop();
      // Next keeps timers of its own; everything of ours has been closed.
      process.exit(0);
    });
}
