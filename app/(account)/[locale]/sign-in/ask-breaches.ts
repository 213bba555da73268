import type { Logger } from 'pino';
import { isBreached } from '#domain/credentials/breaches/is-breached.ts';
import { recordAnswer } from '#domain/credentials/breaches/record-answer.ts';
import type { DoorContext } from '#domain/core/context.ts';

/** Questions under way: each holds a password in memory, two seconds at most. Who signs in beyond that is asked about at the next sign-in. */
const AT_ONCE = 20;
let underWay = 0;

interface SignedIn {
  accountId: string;
  passwordVersion: number;
  password: string;
}

/** After a right sign-in has been answered: looks for its password among the breached ones. Nothing of the password leaves this function but the first digits of its hash. */
export async function askBreaches(door: DoorContext, log: Pick<Logger, 'warn'>, { accountId, passwordVersion, password }: SignedIn): Promise<void> {
  if (underWay >= AT_ONCE) return;
  underWay += 1;
  const { config, db, requestId, renderEdition } = door;
  try {
    const breached = await isBreached(config.breachService, password);
    if (breached === null) log.warn({ requestId }, 'breached passwords: no answer');
    // The request's own time is over: the database is asked for another.
    else await recordAnswer({ actor: { kind: 'system', job: 'ask-breaches' }, db, config, requestId, renderEdition }, { accountId, passwordVersion, breached });
  } catch (error) {
    log.warn({ err: error, requestId }, 'breached passwords: not recorded');
  } finally {
    underWay -= 1;
  }
}
