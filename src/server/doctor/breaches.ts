import { isBreached } from '#domain/credentials/breaches/is-breached.ts';
import { type Check, ok, warn } from './check.ts';

/** Known to everybody who has ever collected passwords. */
const COMMONEST = 'password';

/** Asks for the commonest password of all, as a new one is asked for. */
export const breaches: Check = {
  name: 'breaches',
  needs: ['BREACHED_PASSWORDS_URL'],
  async look({ breachService }) {
    if (breachService === null) return ok('BREACHED_PASSWORDS_URL is off: passwords are not looked for among those from breaches.');
    const began = performance.now();
    const known = await isBreached(breachService, COMMONEST);
    if (known === null) return warn('BREACHED_PASSWORDS_URL: no answer that can be understood. Nobody is kept out; passwords are looked for later.');
    if (!known) return warn('BREACHED_PASSWORDS_URL: the service does not know the commonest password of all.');
    return ok(`The service of breached passwords answers after ${Math.round(performance.now() - began)} ms.`);
  },
};
