import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { readGivenIn } from '#config';
import { CATEGORIES, type Category } from '#model/facts.ts';
import { accountId, type CohortView, cohortName, defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { Rule } from '#domain/cohorts/rule.ts';
import { instant } from '#model/instant.ts';
import { market } from '#model/market.ts';
import { accountsInWords } from '#bin/commands/accounts-in-words.ts';
import { answer } from '#bin/commands/answer.ts';
import { checked, INSTANT_FORM, MARKET_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { addressLines } from './address-lines.ts';
import { withUnmatchedFile } from './with-unmatched-file.ts';

interface DefineOptions extends OperatorOptions {
  incident: string;
  name: string;
  everyone?: true;
  market?: string;
  createdBefore?: string;
  file?: string;
  unmatched?: string;
  accounts?: string[];
  data: Category[];
  toldFirst?: true;
}

const EXAMPLES = `
Examples:
  $ candor cohorts define --incident access --name everyone --everyone
  $ candor cohorts define --incident access --name data-seen --file addresses.txt --data name email
`;

const number = checked(accountId, 'An account has a number.');

export function cohortsDefine(cohorts: Command): void {
  const command = cohorts
    .command('define')
    .description('name the accounts that an incident concerns in one way: by a live rule, or by a list')
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>')
    .requiredOption('--name <name>', 'as incident.yaml calls it', checked(cohortName, 'A name has small letters, digits and hyphens, at most 60.'))
    .addOption(new Option('--everyone', 'all accounts').conflicts(['market', 'createdBefore', 'file', 'accounts']))
    .addOption(
      new Option('--market <country>', 'the accounts of a market, two letters')
        .conflicts(['createdBefore', 'file', 'accounts'])
        .argParser(checked(market, MARKET_FORM)),
    )
    .addOption(
      new Option('--created-before <time>', 'the accounts made before, like 2014-05-22T00:00:00Z')
        .conflicts(['file', 'accounts'])
        .argParser(checked(instant, INSTANT_FORM)),
    )
    .addOption(new Option('--file <addresses>', 'the accounts with these addresses, one a line; - is the input').conflicts('accounts'))
    .option('--unmatched <file>', 'where the lines go that are nobody’s; <addresses>.unmatched without it')
    .option('--accounts <id...>', 'the accounts with these numbers', (typed, before: string[] = []) => [...before, number(typed)])
    .addOption(new Option('--data <category...>', 'what of these accounts was involved').choices(CATEGORIES).default([]))
    .option('--told-first', 'they are told before the advisory is published')
    .addHelpText('after', EXAMPLES);
  operatorOptions(command, 'define a cohort').action((options: DefineOptions) =>
    asOperator(options, async (ctx) => {
      const { incident: incidentSlug, name, accounts: accountIds, data: dataInvolved, toldFirst = false } = options;
      const named = { incidentSlug, name, dataInvolved, toldFirst };
      const rule = ruleOf(options);
      if (options.file === undefined) {
        const { unmatched: _none, ...view } = await defineCohort(ctx, { ...named, ...(rule && { rule }), ...(accountIds && { accountIds }) });
        return answer(options, view, inWords(name, view));
      }
      const path = (given: string) => resolve(readGivenIn(), given);
      const file = options.file === '-' ? '-' : path(options.file);
      const place = path(options.unmatched ?? `${options.file === '-' ? 'addresses' : options.file}.unmatched`);
      const { unmatched, ...view } = await withUnmatchedFile(place, async (keepUnmatched) => {
        const addresses = addressLines(file, (done, total) => ctx.progress?.('Reading addresses (bytes)', done, total));
        return defineCohort(ctx, { ...named, addresses, keepUnmatched });
      });
      const lost = unmatched.length === 0 ? '' : `\n${linesInWords(unmatched.length)} nobody’s address, and in no cohort: see ${place}`;
      answer(options, { ...view, unmatched: unmatched.length, unmatchedFile: unmatched.length === 0 ? null : place }, inWords(name, view) + lost);
    }),
  );
}

const linesInWords = (count: number) => (count === 1 ? '1 line is' : `${count} lines are`);

function inWords(name: string, { cohortId, size, staff, countedAt }: Omit<CohortView, 'unmatched'>): string {
  return `Cohort ${cohortId} "${name}" holds ${accountsInWords(size)}, counted at ${countedAt}; ${staff} of them are the team's own.`;
}

function ruleOf({ everyone, market, createdBefore }: DefineOptions): Rule | undefined {
  if (everyone) return { everyone };
  if (market !== undefined) return { market };
  return createdBefore === undefined ? undefined : { createdBefore };
}
