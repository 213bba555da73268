import { publishAlone } from '#domain/publishing/approved/publish-alone.ts';
import { publishAloneForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: publishAloneForm,
  by: publishAlone,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { submission: submissions, reason }) => {
    await publishAlone(ctx, { submissions, reason });
    return { to: teamPaths.publish(String(id)) };
  },
});
