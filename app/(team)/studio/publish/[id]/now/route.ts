import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { publishNowForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: publishNowForm,
  by: publishApproved,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { submission: submissions }) => {
    await publishApproved(ctx, { submissions });
    return { to: teamPaths.publish(String(id)) };
  },
});
