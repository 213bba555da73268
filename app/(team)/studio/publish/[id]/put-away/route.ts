import { putAwayMissed } from '#domain/publishing/scheduled/put-away-missed.ts';
import { putAwayForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: putAwayForm,
  by: putAwayMissed,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { schedule }) => {
    await putAwayMissed(ctx, { schedule });
    return { to: teamPaths.publish(String(id)) };
  },
});
