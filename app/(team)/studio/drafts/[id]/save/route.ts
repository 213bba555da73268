import { saveDraft } from '#domain/drafts/save-draft.ts';
import { saveDraftForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: saveDraftForm,
  by: saveDraft,
  page: teamPaths.draft,
  async act({ ctx, id }, { version, source }) {
    const { version: saved, savedAt } = await saveDraft(ctx, { id, version, source });
    return { to: teamPaths.draft(String(id)), told: { version: saved, savedAt } };
  },
});
