import { revokeKey } from '#domain/keys/revoke-key.ts';
import { revokeKeyForm } from '#model/team/keys.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: revokeKeyForm,
  by: revokeKey,
  page: teamPaths.keys,
  act: async ({ ctx, id }) => {
    await revokeKey(ctx, { id });
    return { to: teamPaths.keys() };
  },
});
