import type { Command } from 'commander';
import { readConfig } from '#config';
import { OperatorError } from '#config/operator-error.ts';
import { sayCautions } from './say-cautions.ts';
import { untilSignal } from './until-signal.ts';

export function serveCommand(candor: Command): void {
  candor
    .command('serve')
    .description('serve the public pages and the account pages')
    .action(async () => {
      const config = readConfig();
      sayCautions(config);
      const { serve } = await import('#server/front/serve.ts');
      let refuse: (sentence: string) => void = () => undefined;
      const refused = new Promise<string>((resolve) => {
        refuse = resolve;
      });
      const signalled = untilSignal();
      const server = await serve(config, refuse);
      const sentence = await Promise.race([signalled, refused]);
      await server.stop();
      if (sentence !== undefined) throw new OperatorError(sentence);
    });
}
