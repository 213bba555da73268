import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';
import type { AccountView } from './account-view.ts';
import { incidentView } from './incident-view.ts';
import { readAccount } from './read-account.ts';
import { toldIncidents } from './told-incidents.ts';

/** Apps that are shown; who has more has reinstalled often. */
const MAX_INSTALLS = 20;

/** What the incidents mean for the person's own account, as of now. Throws NotFound once it is closed. */
export const readStatus = query({
  name: 'status/read-status',
  input: z.strictObject({}),
  async run(ctx): Promise<AccountView> {
    const { accountId } = requireAccount(ctx);
    const [account, told] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx, accountId)]);
    const incidents = told.incidents.map((incident) => incidentView(account, incident, ctx.now));
    return {
      email: account.email,
      restricted: incidents.some((incident) => incident.todo.some((step) => step.kind === 'change_password' && !step.done)),
      passwordBreached: account.breachedAt !== null,
      asOf: ctx.now.toISOString(),
      incidents,
      earlier: told.earlier,
      installs: account.installs.slice(0, MAX_INSTALLS).map(({ platform, version, seenAt }) => ({
        platform,
        version,
        seenAt: seenAt.toISOString(),
        fixedVersion: told.fixedVersions.get(platform) ?? null,
      })),
    };
  },
});
