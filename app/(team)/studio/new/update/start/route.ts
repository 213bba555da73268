import { startUpdate } from '#domain/beginnings/start-update.ts';
import { startUpdateForm } from '#model/team/beginnings.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: startUpdateForm,
  by: startUpdate,
  page: () => teamPaths.newUpdate(),
  act: async ({ ctx }, given) => ({ to: teamPaths.draft(String((await startUpdate(ctx, given)).draft)) }),
});
