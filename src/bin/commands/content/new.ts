import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { newAdvisory } from '#compiler/templates/new-advisory.ts';
import { newFacts } from '#compiler/templates/new-facts.ts';
import { newNote } from '#compiler/templates/new-note.ts';
import { newUpdate } from '#compiler/templates/new-update.ts';
import { noticeIdAt } from '#compiler/templates/notice-id.ts';
import { readGivenIn } from '#config';
import { OperatorError } from '#config/operator-error.ts';
import { textPath } from '#domain/posts/text-path.ts';
import type { Status } from '#model/facts.ts';
import { MAX_SLUG, SLUG } from '#model/team/slug.ts';
import { INCIDENT_TEMPLATES, type IncidentTemplate, UPDATE_TEMPLATES } from '#model/team/templates.ts';
import { checked } from '#bin/commands/checked.ts';
import { writeNewFiles } from './write-new-files.ts';
import { readOwnSite } from './read-own-site.ts';

interface NewOptions {
  slug?: string;
  content: string;
}

const EXAMPLES = `
Examples:
  candor content new incident --template holding --slug odd-traffic
  candor content new update --incident odd-traffic --template identified --slug what-we-found
  candor content new note --slug how-we-handle-incidents`;

const SLUG_FORM = `A slug has small letters, digits and single hyphens, at most ${MAX_SLUG}.`;
const slug = checked({ safeParse: (typed) => ({ success: SLUG.test(typed) && typed.length <= MAX_SLUG }) }, SLUG_FORM);
const READY = 'It is ready to be approved as it is. Read it first, and say more where more is known.';
const OPEN = 'Write what is marked TODO: candor content check names each place.';
const PUBLISH = 'Then let somebody else read it: candor content push --submit, and candor publish';

export function contentNew(content: Command): void {
  const made = content
    .command('new')
    .description('begin an incident, an update or a note from a template, in every language of the site; needs no database')
    .addHelpText('after', EXAMPLES);

  common(made.command('incident').description('its facts and its advisory'))
    .addOption(new Option('--template <name>', 'what it is; holding says what is known before anything is').choices(INCIDENT_TEMPLATES).makeOptionMandatory())
    .action(async ({ template, ...options }: NewOptions & { template: IncidentTemplate }) => {
      const { dir, site, now, today } = await begin(options);
      const name = options.slug ?? `incident-${today}`;
      const incident = { template, slug: name, noticeId: noticeIdAt(now), now, site };
      const texts = site.locales.map((locale) => [textPath({ kind: 'advisory', slug: name, locale }), newAdvisory(incident, locale)]);
      const facts = newFacts({ ...incident, locales: site.locales });
      await write(dir, { [factsPath(name)]: facts, ...Object.fromEntries(texts) }, [template === 'holding' ? READY : OPEN, PUBLISH]);
    });

  common(made.command('update').description('what is new about an incident'))
    .requiredOption('--incident <slug>', 'as in content/incidents/<slug>', slug)
    .addOption(new Option('--template <status>', 'the status that it gives the incident').choices(UPDATE_TEMPLATES).makeOptionMandatory())
    .action(async ({ template: status, incident, ...options }: NewOptions & { template: Status; incident: string }) => {
      const { dir, site, now, today } = await begin(options);
      if (!existsSync(join(dir, factsPath(incident))))
        throw new OperatorError(
          `There is no incident "${incident}" in "${dir}". Name the folder of one in incidents/, or begin it: candor content new incident`,
        );
      const name = options.slug ?? `${status}-${today}`;
      const texts = site.locales.map((locale) => [
        textPath({ kind: 'update', incidentSlug: incident, slug: name, locale }),
        newUpdate({ status, slug: name, now, site }, locale),
      ]);
      await write(dir, Object.fromEntries(texts), [OPEN, `Renew asOf and nextUpdateBy in ${factsPath(incident)}, and what has changed there.`, PUBLISH]);
    });

  common(made.command('note').description('a post that is about no incident')).action(async (options: NewOptions) => {
    const { dir, site, now, today } = await begin(options);
    const name = options.slug ?? `note-${today}`;
    const texts = site.locales.map((locale) => [textPath({ kind: 'note', slug: name, locale }), newNote({ slug: name, now, site }, locale)]);
    await write(dir, Object.fromEntries(texts), [OPEN, PUBLISH]);
  });
}

function common(command: Command): Command {
  return command
    .option('--slug <slug>', 'its word in addresses; it stays once it is published. Without it, one with the day', slug)
    .addOption(new Option('--content <dir>', 'the content folder').env('CANDOR_CONTENT').default(resolve('content'), 'content'));
}

async function begin({ content }: NewOptions) {
  const dir = resolve(readGivenIn(), content);
  const now = new Date();
  return { dir, site: await readOwnSite(dir), now, today: now.toISOString().slice(0, 10) };
}

const factsPath = (incident: string) => `incidents/${incident}/incident.yaml`;

async function write(dir: string, files: Record<string, string>, next: string[]): Promise<void> {
  await writeNewFiles(dir, files);
  console.log([`Written in ${dir}:`, ...Object.keys(files).map((path) => `  ${path}`), 'Next:', ...next.map((step) => `  ${step}`)].join('\n'));
}
