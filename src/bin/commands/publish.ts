import type { Command } from 'commander';
import { publishContent } from '#domain/publishing/publish.ts';
import { type PushedSet, readPush } from '#domain/publishing/read-push.ts';
import { checked } from './checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from './operator.ts';
import { publishedLine } from './published-line.ts';
import { secondPerson, type SecondPersonOptions, secondPersonOptions } from './content/second-person.ts';

interface PublishOptions extends OperatorOptions, SecondPersonOptions {
  push?: string;
  list?: true;
}

/** As PostgreSQL counts rows. */
const PUSH_NUMBER = /^[1-9]\d{0,8}$/;

const EXAMPLE = `
Examples:
  candor publish --list                          what the last push would publish
  candor publish --push 12                       publish that push, approved in the studio, and nothing that came after it
  candor publish --push 12 --approved-by key.txt an approver says so here`;

export function publishCommand(candor: Command): void {
  const command = candor
    .command('publish')
    .description('publish what was pushed; needs no folder')
    .option('--push <number>', 'as content push gave it; the last one without it', checked(PUSH_NUMBER, 'A push has a number, as content push prints it.'))
    .option('--list', 'say what would be published, and publish nothing')
    .addHelpText('after', EXAMPLE);
  secondPersonOptions(operatorOptions(command, 'publish')).action(({ push, list, json, approvedBy, emergency, ...who }: PublishOptions) =>
    asOperator(who, async (ctx) => {
      const second = list ? {} : await secondPerson({ ...(approvedBy !== undefined && { approvedBy }), ...(emergency && { emergency }) });
      const set = await readPush(ctx, push === undefined ? {} : { push: Number(push) });
      const { texts, site, ...told } = set;
      if (!json) for (const line of setLines(set)) console.log(line);
      if (list) {
        if (json) console.log(JSON.stringify(told));
        return;
      }
      // What was said is what goes out, whatever is pushed meanwhile.
      const view = await publishContent(ctx, { texts, site, ...second });
      console.log(json ? JSON.stringify({ ...told, ...view }) : publishedLine(view, ctx.config.url.origin));
    }),
  );
}

function setLines({ push, pushedAt, news, edition }: PushedSet): string[] {
  const differs = news.length === 0 ? 'says nothing that is not live' : `has ${news.length} that ${news.length === 1 ? 'is' : 'are'} not live`;
  const against = edition === null ? 'nothing is published yet' : `edition ${edition} is`;
  return [
    `Push ${push} of ${pushedAt} ${differs}; ${against}${edition === null ? '' : ' live'}.`,
    ...news.map(({ path, news }) => `${news.padEnd(8)} ${path}`),
  ];
}
