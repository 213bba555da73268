import { type Command, Option } from 'commander';
import { ACTION_KINDS, type ActionKind } from '#model/actions.ts';
import { PLATFORMS, type Platform } from '#model/facts.ts';
import { ORDERABLE_PROOFS, type OrderableProof } from '#model/proofs.ts';
import { activateAction } from '#domain/actions/activate-action.ts';
import { previewCohort } from '#domain/status/preview-cohort.ts';
import { instant } from '#model/instant.ts';
import { accountsInWords } from '#bin/commands/accounts-in-words.ts';
import { answer } from '#bin/commands/answer.ts';
import { checked, INSTANT_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { samplesAsData, samplesInWords } from '#bin/commands/samples-in-words.ts';

interface ActivateOptions extends OperatorOptions {
  incident: string;
  cohort: string;
  count?: string;
  kind: ActionKind;
  proof: OrderableProof;
  platform?: Platform;
  fixedVersion?: string;
  startsAt?: string;
  endsAt?: string;
}

const EXAMPLES = `
Examples:
  $ candor actions activate --incident access --cohort data-seen --kind change_password
  $ candor actions activate --incident access --cohort data-seen --kind change_password --count 1204
`;

export function actionsActivate(actions: Command): void {
  const command = actions
    .command('activate')
    .description('ask a cohort for something, from now on; without --count, show what would be asked')
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>')
    .requiredOption('--cohort <name>', 'whom to ask')
    .option('--count <accounts>', 'how many accounts you saw in it', checked(/^\d{1,15}$/, 'A count is a whole number.'))
    .addOption(new Option('--kind <kind>', 'what for').choices(ACTION_KINDS).makeOptionMandatory())
    .addOption(new Option('--proof <method>', 'the least proof that closes it').choices(ORDERABLE_PROOFS).default('current'))
    .addOption(new Option('--platform <platform>', 'of upgrade_app').choices(PLATFORMS))
    .option('--fixed-version <version>', 'of upgrade_app')
    .option('--starts-at <time>', 'like 2014-05-28T00:00:00Z; from now on without it', checked(instant, INSTANT_FORM))
    .option('--ends-at <time>', 'shown as the time to do it by', checked(instant, INSTANT_FORM))
    .addHelpText('after', EXAMPLES);
  operatorOptions(command, 'ask a cohort').action((options: ActivateOptions) =>
    asOperator(options, async (ctx) => {
      const { incident: incidentSlug, cohort, count, kind, proof, platform, fixedVersion, startsAt, endsAt } = options;
      const optional = { ...(platform && { platform }), ...(fixedVersion && { fixedVersion }), ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
      const order = { kind, proof, ...optional };
      if (count !== undefined) {
        const view = await activateAction(ctx, { incidentSlug, cohort, count: Number(count), ...order });
        const { actionId, since, asked, staff } = view;
        return answer(options, view, `Action ${actionId} asks ${accountsInWords(asked)} since ${since}; ${staff} of them are the team's own.`);
      }
      const preview = await previewCohort(ctx, { incidentSlug, cohort, order });
      const { size, staff, countedAt, told } = preview;
      const words = [
        `Nothing is asked yet. This would ask the cohort "${cohort}" of the incident "${incidentSlug}":`,
        `  ${kind}, proof ${proof}${platform ? `, ${platform} ${fixedVersion}` : ''}${startsAt ? `, from ${startsAt} on` : ''}${endsAt ? `, by ${endsAt}` : ''}`,
        `It holds ${accountsInWords(size)}, counted at ${countedAt}; ${staff} of them are the team's own. cohorts show counts anew.`,
        '',
        samplesInWords(preview),
        '',
        told ? `To ask them, say the same with --count ${size}` : 'They can be asked once they are told of the incident. Publish its advisory first.',
      ];
      answer(options, { asked: false, size, staff, countedAt, told, samples: samplesAsData(preview) }, words.join('\n'));
    }),
  );
}
