import { type Command, Option } from 'commander';
import { withRenderer } from '#compiler/render/with-renderer.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { submitPush } from '#domain/review/submit-push.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { publishedLine } from '#bin/commands/published-line.ts';
import { secondPerson, type SecondPersonOptions, secondPersonOptions } from './second-person.ts';

interface PushOptions extends OperatorOptions, SecondPersonOptions {
  publish?: true;
  submit?: true;
}

const EXAMPLES = `
Examples:
  candor content push --submit --as jane --reason "The second update"   an approver reads it in the studio; then: candor publish
  candor content push --publish --approved-by key.txt                   its second person is at this table
The folder is the one that CANDOR_CONTENT names. The first edition of a site needs no second person.`;

export function contentPush(content: Command): void {
  const command = content
    .command('push')
    .description('make revisions of what content/ holds')
    .addOption(new Option('--submit', 'and ask the approvers to read in the studio what is new').conflicts('publish'))
    .option('--publish', 'and publish them')
    .addHelpText('after', EXAMPLES);
  secondPersonOptions(operatorOptions(command, 'content push')).action(({ publish, submit, json, approvedBy, emergency, ...who }: PushOptions) =>
    asOperator(who, async (ctx) => {
      // A key that can't be read is said before anything is pushed.
      const second = publish ? await secondPerson({ ...(approvedBy !== undefined && { approvedBy }), ...(emergency && { emergency }) }) : {};
      const { texts, site, ...pushed } = await withRenderer((renderer) => pushContent({ ...ctx, renderer }, {}));
      const { push, changed, unchanged, warnings } = pushed;
      if (!json) {
        for (const warning of warnings) console.log(`warning  ${warning}`);
        for (const path of changed) console.log(`new      ${path}`);
        console.log(`${changed.length} new, ${unchanged} unchanged: push ${push}.`);
      }
      const submitted = submit ? await submitPush(ctx, { texts }) : null;
      const view = publish ? await publishContent(ctx, { texts, site, ...second }) : null;
      if (json) console.log(JSON.stringify({ ...pushed, ...submitted, ...view }));
      else if (view) console.log(publishedLine(view, ctx.config.url.origin));
      else if (submitted) console.log(submittedLine(submitted.submissions.length, ctx.config.url.origin));
    }),
  );
}

function submittedLine(submitted: number, origin: string): string {
  return submitted === 0
    ? 'Nothing waits for a second person.'
    : `${submitted === 1 ? '1 text waits' : `${submitted} texts wait`} for a second person: ${origin}/studio`;
}
