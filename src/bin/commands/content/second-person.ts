import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Command, Option } from 'commander';
import { readGivenIn } from '#config';
import { OperatorError } from '#config/operator-error.ts';
import { KEY_MARK } from '#domain/keys/key-state.ts';
import type { publishContent } from '#domain/publishing/publish.ts';

export interface SecondPersonOptions {
  approvedBy?: string;
  emergency?: true;
}

/** Bytes: a key and a line's end, and what an editor may add. */
const MAX_KEY_FILE = 1024;

/** How what is published comes to its second person. A key is never typed into the command itself: everybody on the machine sees that. */
export function secondPersonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--approved-by <file>', 'the file with an approver’s own key, made at /studio/keys; - asks for it')
        .env('CANDOR_APPROVED_BY')
        .conflicts('emergency'),
    )
    .option('--emergency', 'publish alone: --reason is then read by everybody, and the studio asks for a second person until one has approved');
}

/** What `publish` is told of it. */
export async function secondPerson({ approvedBy, emergency }: SecondPersonOptions): Promise<Pick<Parameters<typeof publishContent>[1], 'second'>> {
  if (emergency) return { second: { by: 'emergency' } };
  return approvedBy === undefined ? {} : { second: { by: 'key', secret: await readKey(approvedBy) } };
}

async function readKey(given: string): Promise<string> {
  if (given.includes(KEY_MARK))
    throw new OperatorError(
      'This is a key, and everybody on this machine can see what a command is given. Put it into a file, and name that. Then revoke this one at /studio/keys.',
    );
  if (given === '-') return process.stdin.isTTY ? askForKey() : whole(process.stdin);
  const path = resolve(readGivenIn(), given);
  // A pipe that another program writes the key into has no size.
  if ((await stat(path)).size > MAX_KEY_FILE) throw new OperatorError(`"${path}" holds more than a key. Put the key alone into a file.`);
  return (await readFile(path, 'utf8')).trim();
}

async function whole(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const part of input) {
    text += part;
    if (text.length > MAX_KEY_FILE) throw new OperatorError('The input holds more than a key. Give the key alone.');
  }
  return text.trim();
}

/** Nothing of what is typed is shown. */
async function askForKey(): Promise<string> {
  process.stderr.write('The approver’s key: ');
  const terminal = createInterface({ input: process.stdin, output: new Writable({ write: (_chunk, _encoding, done) => done() }), terminal: true });
  try {
    return await new Promise<string>((answer, left) => {
      terminal.once('close', () => left(new OperatorError('No key was given, and nothing was published.')));
      terminal.question('', (typed) => answer(typed.trim()));
    });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
