import { followSource } from '#domain/translations/follow-source.ts';
import { followSourceForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: followSourceForm,
  by: followSource,
  page: teamPaths.draft,
  async act({ ctx, id }, { named, revision }) {
    await followSource(ctx, { draft: id, named, revision });
    return { to: teamPaths.draft(String(id)) };
  },
});
