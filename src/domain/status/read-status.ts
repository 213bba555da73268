import { z } from 'zod';
import { query } from '#domain/core/verb.ts';
import { readAccount } from './read-account.ts';
import type { AccountView, IncidentView } from './account-view.ts';
import { own } from '#domain/core/require-account.ts';
import { incidentView } from './incident-view.ts';
import { toldIncidents } from './told-incidents.ts';
import { isBelow } from '#model/version.ts';

export const readStatus = query({
  name: 'status/read-status',
  may: 'account:status',
  input: z.strictObject({}),
  async run(ctx): Promise<AccountView> {
    const { accountId } = own(ctx);
    const [account, told] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx.db, accountId, ctx.now)]);
    const incidents = told.map((incident) => incidentView(account, incident, ctx.now));
    return {
      email: account.email,
      locale: account.locale,
      restricted: incidents.some((incident) => incident.todo.some((step) => step.kind === 'change_password' && !step.done)),
      asOf: ctx.now.toISOString(),
      incidents,
      installs: account.installs.map(({ platform, version, seenAt }) => ({
        platform,
        version,
        seenAt: seenAt.toISOString(),
        fixedVersion: fixedVersionOf(platform, incidents),
      })),
    };
  },
});

/** The highest version that any of the incidents names for a platform. */
function fixedVersionOf(platform: string, incidents: IncidentView[]): string | null {
  const named = incidents.flatMap(({ facts }) =>
    facts.platforms.filter((each) => each.platform === platform && each.action === 'upgrade').map((each) => each.fixedVersion),
  );
  return named.reduce<string | null>(
    (highest, version) => (version !== undefined && (highest === null || isBelow(highest, version)) ? version : highest),
    null,
  );
}
