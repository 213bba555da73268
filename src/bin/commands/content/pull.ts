import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withRenderer } from '#compiler/render/with-renderer.ts';
import { readGivenIn } from '#config';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { pullInto } from './pull/pull-into.ts';

interface PullOptions extends OperatorOptions {
  drafts?: true;
  force?: true;
}

const EXAMPLE = `
Examples:
  candor content pull               what is published, into the folder that CANDOR_CONTENT names
  candor content pull --drafts ./x  what is being written, too, into another one
A file that holds what nobody pushed stops all of it, and --force writes over it. Other files of the folder stay as they are.`;

export function contentPull(content: Command): void {
  const command = content
    .command('pull')
    .description('write what is published to content/, as it was written')
    .argument('[dir]', 'where; the content folder without it')
    .option('--drafts', 'write what is being written, too: drafts, and what was pushed and is not published')
    .option('--force', 'write over what nobody pushed')
    .addHelpText('after', EXAMPLE);
  operatorOptions(command, 'content pull').action((given: string | undefined, { drafts, force, json, ...who }: PullOptions) =>
    asOperator(who, async (ctx) => {
      const dir = given === undefined ? ctx.config.contentDir : resolve(readGivenIn(), given);
      const { edition, written, unchanged } = await withRenderer((renderer) =>
        pullInto({ ...ctx, renderer }, { dir, drafts: drafts === true, force: force === true }),
      );
      if (json) return console.log(JSON.stringify({ dir, edition, written, unchanged }));
      for (const path of written) console.log(`written  ${path}`);
      const what = edition === null ? 'what is being written' : `edition ${edition}`;
      console.log(`${written.length} written, ${unchanged} unchanged: ${what} in ${dir}.`);
    }),
  );
}
