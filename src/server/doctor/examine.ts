import { OperatorError } from '#config/operator-error.ts';
import type { Config, SettingFault } from '#config';
import { breaches } from './breaches.ts';
import { type Check, fail, ok, type Verdict, warn } from './check.ts';
import { clock } from './clock.ts';
import { database } from './database.ts';
import { direct } from './direct.ts';
import { disk } from './disk.ts';
import { instances } from './instances.ts';
import { migrations } from './migrations.ts';
import { relay } from './relay.ts';
import { worker } from './worker.ts';

/** Milliseconds in which a check has come to its end, or is given up. */
const LIMIT_MS = 10_000;

export interface Examined extends Verdict {
  check: string;
}

/** Looks at everything that an installation needs, all at once and each by itself: what fails keeps nothing else from being looked at. */
export async function examine({ config, faults }: { config: Config; faults: SettingFault[] }, limitMs = LIMIT_MS): Promise<Examined[]> {
  const checks = [database, direct, migrations, relay, breaches, worker, disk, clock, instances];
  const verdicts = await Promise.all(checks.map(async (check) => ({ check: check.name, ...(await verdictOf(check, config, faults, limitMs)) })));
  return [{ check: 'settings', ...settings(config, faults) }, ...verdicts];
}

function settings({ cautions }: Config, faults: SettingFault[]): Verdict {
  if (faults.length > 0) return fail(faults.map(({ name, sentence }) => `${name}: ${sentence}.`).join(' '));
  return cautions.length > 0 ? warn(cautions.join(' ')) : ok('All are there and understood.');
}

async function verdictOf({ needs, look }: Check, config: Config, faults: SettingFault[], limitMs: number): Promise<Verdict> {
  const missing = faults.filter(({ name }) => needs.includes(name)).map(({ name }) => name);
  if (missing.length > 0) return fail(`Not looked at: ${missing.join(' and ')} must be mended first.`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve(fail(`No answer within ${limitMs / 1000} seconds.`)), limitMs);
  });
  return Promise.race([look(config), late])
    .catch((cause: unknown) => fail(cause instanceof OperatorError ? cause.message : 'This could not be looked at.'))
    .finally(() => clearTimeout(timer));
}
