import type { Command } from 'commander';
import { listCohorts } from '#domain/cohorts/list-cohorts.ts';
import { accountsInWords } from '#bin/commands/accounts-in-words.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { ruleInWords } from './rule-in-words.ts';

export function cohortsList(cohorts: Command): void {
  const command = cohorts
    .command('list')
    .description('every cohort as it was counted last, newest first')
    .addHelpText('after', '\nExample:\n  $ candor cohorts list --json\n');
  operatorOptions(command, 'list cohorts').action((options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      for (const each of await listCohorts(ctx, {})) {
        const { cohortId, incident, cohort, rule, size, staff, countedAt, toldFirst } = each;
        const count = `${accountsInWords(size)} (${staff} staff) at ${countedAt}`;
        answer(options, each, `${cohortId}  ${incident}/${cohort}  ${ruleInWords(rule)}  ${count}${toldFirst ? '  told first' : ''}`);
      }
    }),
  );
}
