import type { Command } from 'commander';

/** By the first word of what is typed, what adds its commands. Each is loaded alone: the front, for one, holds the edition and nothing else, and an import has the memory for itself. */
const WORDS: Record<string, () => Promise<(candor: Command) => void>> = {
  serve: async () => (await import('#bin/commands/serve.ts')).serveCommand,
  work: async () => (await import('#bin/commands/work.ts')).workCommand,
  migrate: async () => (await import('#bin/commands/migrate.ts')).migrateCommand,
  doctor: async () => (await import('#bin/commands/doctor.ts')).doctorCommand,
  init: async () => (await import('#bin/commands/init/init.ts')).initCommand,
  content: async () => (await import('#bin/content.ts')).contentCommands,
  publish: async () => (await import('#bin/commands/publish.ts')).publishCommand,
  accounts: async () => (await import('#bin/accounts.ts')).accountsCommands,
  cohorts: async () => (await import('#bin/cohorts.ts')).cohortsCommands,
  audit: async () => (await import('#bin/audit.ts')).auditCommands,
  actions: async () => (await import('#bin/actions.ts')).actionsCommands,
};

/** Adds the commands that begin with `word`; with any other, which wants help or was mistyped, all of them. */
export async function addCommands(candor: Command, word: string | undefined): Promise<void> {
  const wanted = word !== undefined && Object.hasOwn(WORDS, word) ? [word] : Object.keys(WORDS);
  for (const each of wanted) (await WORDS[each]?.())?.(candor);
}
