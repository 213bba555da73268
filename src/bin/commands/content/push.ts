import type { Command } from 'commander';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface PushOptions extends OperatorOptions {
  publish?: true;
}

export function contentPush(content: Command): void {
  const command = content.command('push').description('make revisions of what content/ holds').option('--publish', 'and publish them, as the operator');
  operatorOptions(command, 'content push').action((options: PushOptions) =>
    asOperator(options, async (ctx) => {
      const pushed = await pushContent(ctx, {});
      for (const warning of pushed.warnings) console.log(`warning  ${warning}`);
      for (const path of pushed.changed) console.log(`new      ${path}`);
      console.log(`${pushed.changed.length} new, ${pushed.unchanged} unchanged.`);
      if (!options.publish) return;
      const { edition, published, site } = await publishContent(ctx, { texts: pushed.texts, site: pushed.site });
      const news = [...(published > 0 ? [published === 1 ? '1 text' : `${published} texts`] : []), ...(site ? ['the site'] : [])];
      console.log(
        news.length === 0
          ? `Nothing new to publish; edition ${edition} stays.`
          : `Published as edition ${edition} (${news.join(' and ')}): ${ctx.config.url.origin}`,
      );
    }),
  );
}
