import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { newFolder } from '#compiler/templates/new-folder.ts';
import { readGivenIn } from '#config';
import { OperatorError } from '#config/operator-error.ts';
import { writeNewFiles } from '#bin/commands/content/write-new-files.ts';
import { ask, optionOf } from './ask.ts';
import { answersOf, QUESTIONS, type Typed } from './questions.ts';

const EXAMPLE = `
Example:
  candor init ../acme-security --brand Acme --host security.acme.example --locales en,de --phone "+46 8 123 456" --post "Acme, 100 00 Stockholm"
In a terminal it asks for what is not given. The folder is not there yet, or empty; nothing is written over.`;

export function initCommand(candor: Command): void {
  const command = candor
    .command('init')
    .description('write a content folder of your own: your name, your host, your languages; needs no database')
    .argument('<dir>', 'where')
    .addHelpText('after', EXAMPLE);
  for (const question of QUESTIONS) {
    command.option(`${optionOf(question)} <text>`, question.text, (typed: string) => {
      const message = question.wrong(typed.trim());
      if (message !== null) throw new InvalidArgumentError(message);
      return typed.trim();
    });
  }
  command.action(async (given: string, options: Typed) => {
    const dir = resolve(readGivenIn(), given);
    await mustBeEmpty(dir);
    const files = newFolder(answersOf(await ask(options)), new Date());
    await writeNewFiles(dir, files);
    console.log(
      [
        `Written in ${dir}:`,
        ...Object.keys(files).map((path) => `  ${path}`),
        'Next:',
        `  export CANDOR_CONTENT=${dir}`,
        '  candor content check, then candor content push --publish. README.md there says more.',
      ].join('\n'),
    );
  });
}

/** A folder that somebody has begun to keep in git is as good as an empty one. */
async function mustBeEmpty(dir: string): Promise<void> {
  const held = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new OperatorError(`"${dir}" is no folder, and nothing was written. Name one that is empty or not there yet.`);
    throw error;
  });
  if (held.some((name) => name !== '.git'))
    throw new OperatorError(`"${dir}" is not empty, and nothing was written. Name a folder that is empty or not there yet.`);
}
