import type { Command } from 'commander';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';
import { publishedLine } from '#bin/commands/published-line.ts';

interface PushOptions extends OperatorOptions {
  publish?: true;
}

const EXAMPLE = `
Example:
  CANDOR_CONTENT=/srv/content candor content push --as jane --reason "The second update"
The folder is the one that CANDOR_CONTENT names. candor publish then publishes it, from any machine.`;

export function contentPush(content: Command): void {
  const command = content
    .command('push')
    .description('make revisions of what content/ holds')
    .option('--publish', 'and publish them, as the operator')
    .addHelpText('after', EXAMPLE);
  operatorOptions(command, 'content push').action(({ publish, json, ...who }: PushOptions) =>
    asOperator(who, async (ctx) => {
      const { texts, site, ...pushed } = await pushContent(ctx, {});
      const { push, changed, unchanged, warnings } = pushed;
      if (!json) {
        for (const warning of warnings) console.log(`warning  ${warning}`);
        for (const path of changed) console.log(`new      ${path}`);
        console.log(`${changed.length} new, ${unchanged} unchanged: push ${push}.`);
      }
      const view = publish ? await publishContent(ctx, { texts, site }) : null;
      if (json) console.log(JSON.stringify({ ...pushed, ...view }));
      else if (view) console.log(publishedLine(view, ctx.config.url.origin));
    }),
  );
}
