import { startDraft } from '#domain/drafts/start-draft.ts';
import { startDraftForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: startDraftForm,
  by: startDraft,
  page: () => teamPaths.studio(),
  act: async ({ ctx }, place) => ({ to: teamPaths.draft(String((await startDraft(ctx, place)).id)) }),
});
