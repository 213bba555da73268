import { sayHere } from '#domain/drafts/say-here.ts';
import { sayHereForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: sayHereForm,
  by: sayHere,
  page: teamPaths.draft,
  act: async ({ ctx, id }, { writing }) => ({ to: teamPaths.draft(String(id)), told: { here: await sayHere(ctx, { id, writing: writing === 'yes' }) } }),
});
