import type { Command } from 'commander';
import { countCohort } from '#domain/cohorts/count-cohort.ts';
import { previewCohort } from '#domain/status/preview-cohort.ts';
import { accountsInWords } from '#bin/commands/accounts-in-words.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { samplesAsData, samplesInWords } from '#bin/commands/samples-in-words.ts';
import { ruleInWords } from './rule-in-words.ts';

interface ShowOptions extends OperatorOptions {
  incident: string;
  name: string;
}

export function cohortsShow(cohorts: Command): void {
  const command = cohorts
    .command('show')
    .description('count a cohort anew, and show what some of its accounts read')
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>')
    .requiredOption('--name <name>', 'the cohort, as cohorts list shows it')
    .addHelpText('after', '\nExample:\n  $ candor cohorts show --incident access --name data-seen\n');
  operatorOptions(command, 'look at a cohort').action((options: ShowOptions) =>
    asOperator(options, async (ctx) => {
      const { incident: incidentSlug, name } = options;
      const counted = await countCohort(ctx, { incidentSlug, name });
      const preview = await previewCohort(ctx, { incidentSlug, cohort: name });
      const { cohortId, rule, size, staff, countedAt, overlaps } = counted;
      const shared = overlaps.map(({ cohort, accounts }) => `${accounts} of them are in "${cohort}" as well.`);
      const words = [
        `Cohort ${cohortId} "${name}" (${ruleInWords(rule)}) holds ${accountsInWords(size)}, counted at ${countedAt}; ${staff} of them are the team's own.`,
        ...shared,
        '',
        samplesInWords(preview),
      ];
      answer(options, { ...counted, told: preview.told, samples: samplesAsData(preview) }, words.join('\n'));
    }),
  );
}
