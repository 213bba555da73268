import { approve } from '#domain/review/approve.ts';
import { approveForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: approveForm,
  by: approve,
  page: teamPaths.review,
  act: async ({ ctx, id }, seen) => {
    await approve(ctx, { submission: id, ...seen });
    return { to: teamPaths.publish(String(id)) };
  },
});
