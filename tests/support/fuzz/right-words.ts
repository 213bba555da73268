import type { Config } from '#config';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { secretId } from '#domain/core/secret.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { bareCookie } from '#app/_auth/session-cookie.ts';
import { system, testContext } from '#tests/support/context.ts';
import type { Authenticator } from '#tests/support/factors/authenticator.ts';
import { unusedCode } from '#tests/support/factors/unused-code.ts';

/** What `code` is in a form that asks for something else than the code of a mail. */
type CodeWord = 'code' | 'appCode' | 'setupCode';

interface Holder {
  db: PrismaClient;
  config: Config;
  accountId: bigint;
  key: Authenticator;
  /** For whom the key makes a passkey. */
  owner: { rp: { id: string }; user: { id: string } };
}

/** What a person holds who was sent the mails, and has the authenticator app and the passkey. */
export function rightWords({ db, config, accountId, key, owner }: Holder) {
  let mailed = '';
  const appCode = async (isSetUp: boolean) => {
    const app = await db.totpSecret.findFirst({ where: { accountId, confirmedAt: isSetUp ? { not: null } : null }, orderBy: { id: 'desc' } });
    return app === null ? '' : unusedCode(config, app);
  };
  return {
    /** As the worker does it. */
    async mailArrives(ticket: string): Promise<void> {
      const issued = await issueCode(testContext(db, system, { config }), { requestId: secretId(ticket) });
      mailed = issued?.code ?? '';
    },
    codes: { code: () => mailed, appCode: () => appCode(true), setupCode: () => appCode(false) } satisfies Record<CodeWord, unknown>,
    /** The passkey’s answer to what the browser was asked, whose cookie says by what. */
    async answer(cookies: ReadonlyMap<string, string>): Promise<string> {
      const ticket = cookies.get(bareCookie(config, 'passkey').name) ?? '';
      const asked = await db.passkeyChallenge.findUnique({ where: { id: secretId(ticket) } });
      if (asked === null) return '{}';
      const { challenge, purpose } = asked;
      return purpose === 'register' ? key.create({ ...owner, challenge }) : key.get({ challenge });
    },
  };
}
