import type { Command } from 'commander';
import { readSettings } from '#config';
import { examine } from '#server/doctor/examine.ts';

const EXAMPLE = `
Example:
  candor doctor && echo "All is well."
One line a check: ok, warn, or fail with what to do. Ends with 1 when one fails. It writes nothing and sends nothing, and looks at each
thing by itself, whatever else is down. Run it on each machine that serves: disk and clock are those of this one.`;

export function doctorCommand(candor: Command): void {
  candor
    .command('doctor')
    .description('look at settings, database, mail, disk and processes, and say what is wrong')
    .option('--json', 'answer in JSON')
    .addHelpText('after', EXAMPLE)
    .action(async ({ json }: { json?: true }) => {
      const examined = await examine(readSettings());
      const isWell = examined.every(({ state }) => state !== 'fail');
      if (json) console.log(JSON.stringify({ ok: isWell, checks: examined }));
      else for (const { state, check, sentence } of examined) console.log(`${state.padEnd(4)}  ${check.padEnd(10)}  ${sentence}`);
      // What was given up may still be under way.
      process.exit(isWell ? 0 : 1);
    });
}
