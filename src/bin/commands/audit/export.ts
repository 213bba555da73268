import { once } from 'node:events';
import type { Command } from 'commander';
import { exportLog } from '#domain/audit/export-log.ts';
import { instant } from '#model/instant.ts';
import { checked, INSTANT_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface ExportOptions extends OperatorOptions {
  since?: string;
}

/** Characters that are written at once. */
const CHUNK_LENGTH = 64 * 1024;

const EXAMPLE = `
Each line is an object: seq, at, actor, verb, subject, outcome, detail.

Example:
  candor audit export --since 2014-05-22T00:00:00Z --as you --reason "for the auditors" > audit.jsonl`;

export function auditExport(audit: Command): void {
  const command = audit
    .command('export')
    .description('print the audit log as JSON Lines; that you did stands in the log')
    .option('--since <time>', 'from this time on, like 2014-05-22T00:00:00Z', checked(instant, INSTANT_FORM))
    .addHelpText('after', EXAMPLE);
  operatorOptions(command, 'export the audit log').action(({ since, ...options }: ExportOptions) =>
    asOperator(options, async (ctx) => {
      const { entries, lines } = await exportLog(ctx, { since });
      const { stdout } = process;
      let isTaken = true;
      stdout.once('error', () => {
        isTaken = false;
      });
      let text = '';
      for await (const line of lines) {
        text += `${line}\n`;
        if (text.length < CHUNK_LENGTH) continue;
        // src/bin/outlive-output.ts says whether that is a failure.
        if (!isTaken) return;
        if (!stdout.write(text)) await once(stdout, 'drain').catch(() => undefined);
        text = '';
      }
      stdout.write(text);
      console.error(`${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'} exported.`);
    }),
  );
}
