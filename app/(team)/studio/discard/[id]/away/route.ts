import { discardDraft } from '#domain/drafts/discard-draft.ts';
import { discardForm } from '#model/team/beginnings.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: discardForm,
  by: discardDraft,
  page: teamPaths.discard,
  act: async ({ ctx, id }, seen) => {
    await discardDraft(ctx, { id, ...seen });
    return { to: teamPaths.incidents() };
  },
});
