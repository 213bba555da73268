import { type Command, Option } from 'commander';
import { ACTION_KINDS, type ActionKind } from '#model/actions.ts';
import { PLATFORMS, type Platform } from '#model/facts.ts';
import { PROOF_METHODS, type ProofMethod } from '#model/proofs.ts';
import { activateAction } from '#domain/actions/activate-action.ts';
import { instant } from '#model/instant.ts';
import { checked, INSTANT_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface ActivateOptions extends OperatorOptions {
  incident: string;
  cohort: string;
  kind: ActionKind;
  proof: ProofMethod;
  platform?: Platform;
  fixedVersion?: string;
  startsAt?: string;
  endsAt?: string;
}

export function actionsActivate(actions: Command): void {
  const command = actions
    .command('activate')
    .description('ask a cohort for something, from now on')
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>')
    .requiredOption('--cohort <name>', 'whom to ask')
    .addOption(new Option('--kind <kind>', 'what for').choices(ACTION_KINDS).makeOptionMandatory())
    .addOption(new Option('--proof <method>', 'the least proof that closes it').choices(PROOF_METHODS).default('current'))
    .addOption(new Option('--platform <platform>', 'of upgrade_app').choices(PLATFORMS))
    .option('--fixed-version <version>', 'of upgrade_app')
    .option('--starts-at <time>', 'like 2014-05-28T00:00:00Z; from now on without it', checked(instant, INSTANT_FORM))
    .option('--ends-at <time>', 'shown as the time to do it by', checked(instant, INSTANT_FORM));
  operatorOptions(command, 'ask a cohort').action(
    ({ incident: incidentSlug, cohort, kind, proof, platform, fixedVersion, startsAt, endsAt, ...who }: ActivateOptions) =>
      asOperator(who, async (ctx) => {
        const optional = { ...(platform && { platform }), ...(fixedVersion && { fixedVersion }), ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
        const { actionId, since, asked, staff } = await activateAction(ctx, { incidentSlug, cohort, kind, proof, ...optional });
        console.log(`Action ${actionId} asks ${asked} ${asked === 1 ? 'account' : 'accounts'} since ${since}; ${staff} of them are the team's own.`);
      }),
  );
}
