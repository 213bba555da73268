import type { Command } from 'commander';
import { type Fault, type VerifiedView, verifyLog } from '#domain/audit/verify-log.ts';
import { answer } from '#bin/commands/answer.ts';
import { checked } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface VerifyOptions extends OperatorOptions {
  noted?: string;
}

const HASH_FORM = 'A seal has a hash of 64 characters, 0 to 9 and a to f.';

const EXAMPLE = `
Examples:
  candor audit verify                    look whether the log is what was sealed; ends with 1 when it is not
  candor audit verify --noted 7c1f…09ab  and whether this seal, noted earlier, is still one of it
candor work says the hash of each seal in its log. Where that is kept out of reach, it proves that nobody made the whole log anew.`;

export function auditVerify(audit: Command): void {
  const command = audit
    .command('verify')
    .description('find what was altered, removed or put into the audit log')
    .option('--noted <hash>', 'of a seal, as it was noted earlier', checked(/^[0-9a-f]{64}$/, HASH_FORM))
    .addHelpText('after', EXAMPLE);
  operatorOptions(command, 'verify the audit log').action(({ noted, ...options }: VerifyOptions) =>
    asOperator(options, async (ctx) => {
      const view = await verifyLog(ctx, { noted });
      answer(options, view, inLines(view));
      if (view.faults > 0) process.exitCode = 1;
    }),
  );
}

function inLines({ seals, entries, faults, named, unsealed, last }: VerifiedView): string {
  const more = faults - named.length;
  return [
    ...named.map(sentenceOf),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${counted(entries, 'entry', 'entries')} in ${counted(seals, 'seal', 'seals')}: ${faults === 0 ? 'the log is what was sealed.' : 'the log is NOT what was sealed.'}`,
    ...(unsealed.entries > 0
      ? [
          `${counted(unsealed.entries, 'entry is', 'entries are')} not sealed yet, since ${unsealed.since}: nothing can be said of ${unsealed.entries === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(last ? [`last seal  ${last.hash}  up to entry ${last.toSeq}, ${last.sealedAt}`] : []),
  ].join('\n');
}

const SENTENCES: Record<Fault['kind'], (what: string) => string> = {
  entry_altered: (seq) => `altered   entry ${seq}`,
  entry_removed: (seq) => `removed   entry ${seq}`,
  entry_inserted: (seq) => `inserted  entry ${seq}`,
  seal_altered: (seq) => `altered   the seal that begins with entry ${seq}`,
  seal_removed: (seq) => `removed   what came before the seal that begins with entry ${seq}`,
  noted_missing: (hash) => `removed   the seal that was noted, ${hash}`,
};

const sentenceOf = ({ kind, what }: Fault): string => SENTENCES[kind](what);

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
