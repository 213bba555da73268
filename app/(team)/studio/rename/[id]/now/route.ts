import { renameDraft } from '#domain/drafts/rename/rename-draft.ts';
import { renameForm } from '#model/team/beginnings.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: renameForm,
  by: renameDraft,
  page: teamPaths.rename,
  act: async ({ ctx, id }, typed) => {
    await renameDraft(ctx, { id, ...typed });
    return { to: teamPaths.draft(String(id)) };
  },
});
