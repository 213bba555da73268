import { createInterface } from 'node:readline/promises';
import { OperatorError } from '#config/operator-error.ts';
import { QUESTIONS, type Question, type Typed } from './questions.ts';

/** Asks in the terminal for what was not given by options; without a terminal, what can't be guessed is named. */
export async function ask(given: Typed): Promise<Required<Typed>> {
  const typed: Typed = { ...given };
  if (process.stdin.isTTY) await askInTerminal(typed);
  for (const { name, usual, wrong } of QUESTIONS) {
    const proposed = typed[name] ?? usual?.(typed);
    if (proposed !== undefined && wrong(proposed) === null) typed[name] = proposed;
  }
  const missing = QUESTIONS.filter(({ name }) => typed[name] === undefined);
  if (missing.length > 0) {
    const options = missing.map((question) => `  ${optionOf(question)}  ${question.text}`);
    throw new OperatorError(['This is needed as well, and there is no terminal to ask in:', ...options].join('\n'));
  }
  return typed as Required<Typed>;
}

async function askInTerminal(typed: Typed): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Who closes the terminal, or ends it with Ctrl-C, has answered nothing.
  const left = new AbortController();
  terminal.once('close', () => left.abort());
  try {
    for (const { name, text, usual, wrong } of QUESTIONS) {
      while (typed[name] === undefined) {
        const proposed = usual?.(typed);
        const answer =
          (await terminal.question(`${text}${proposed === undefined ? '' : ` (${proposed})`}: `, { signal: left.signal })).trim() || proposed || '';
        const message = wrong(answer);
        if (message === null) typed[name] = answer;
        else process.stderr.write(`  ${message}\n`);
      }
    }
  } catch (error) {
    if (left.signal.aborted) throw new OperatorError('Not everything was answered, and nothing was written.');
    throw error;
  } finally {
    terminal.close();
  }
}

/** `legalName` → `--legal-name`. */
export function optionOf({ name }: Question): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
