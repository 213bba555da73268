import { type Command, Option } from 'commander';
import { CATEGORIES, type Category } from '#model/facts.ts';
import { accountId, cohortName, defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { Rule } from '#domain/cohorts/rule.ts';
import { instant } from '#model/instant.ts';
import { market } from '#model/market.ts';
import { checked, INSTANT_FORM, MARKET_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface DefineOptions extends OperatorOptions {
  incident: string;
  name: string;
  everyone?: true;
  market?: string;
  createdBefore?: string;
  accounts?: string[];
  data: Category[];
  toldFirst?: true;
}

const number = checked(accountId, 'An account has a number.');

export function cohortsDefine(cohorts: Command): void {
  const command = cohorts
    .command('define')
    .description('name the accounts that an incident concerns in one way: by a live rule, or by a list')
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>')
    .requiredOption('--name <name>', 'as incident.yaml calls it', checked(cohortName, 'A name has small letters, digits and hyphens, at most 60.'))
    .addOption(new Option('--everyone', 'all accounts').conflicts(['market', 'createdBefore', 'accounts']))
    .addOption(
      new Option('--market <country>', 'the accounts of a market, two letters')
        .conflicts(['createdBefore', 'accounts'])
        .argParser(checked(market, MARKET_FORM)),
    )
    .addOption(
      new Option('--created-before <time>', 'the accounts made before, like 2014-05-22T00:00:00Z')
        .conflicts('accounts')
        .argParser(checked(instant, INSTANT_FORM)),
    )
    .option('--accounts <id...>', 'the accounts with these numbers', (typed, before: string[] = []) => [...before, number(typed)])
    .addOption(new Option('--data <category...>', 'what of these accounts was involved').choices(CATEGORIES).default([]))
    .option('--told-first', 'they are told before the advisory is published');
  operatorOptions(command, 'define a cohort').action((options: DefineOptions) =>
    asOperator(options, async (ctx) => {
      const { incident: incidentSlug, name, accounts: accountIds, data: dataInvolved, toldFirst = false } = options;
      const rule = ruleOf(options);
      const who = { ...(rule && { rule }), ...(accountIds && { accountIds }) };
      const { cohortId, size } = await defineCohort(ctx, { incidentSlug, name, dataInvolved, toldFirst, ...who });
      console.log(`Cohort ${cohortId} "${name}" holds ${size} ${size === 1 ? 'account' : 'accounts'}.`);
    }),
  );
}

function ruleOf({ everyone, market, createdBefore }: DefineOptions): Rule | undefined {
  if (everyone) return { everyone };
  if (market !== undefined) return { market };
  return createdBefore === undefined ? undefined : { createdBefore };
}
