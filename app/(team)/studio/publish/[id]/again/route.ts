import { publishEarlier } from '#domain/review/again/publish-earlier.ts';
import { publishEarlierForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: publishEarlierForm,
  by: publishEarlier,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { revision, live, reason }) => {
    await publishEarlier(ctx, { revision, live, reason });
    return { to: teamPaths.publish(String(id)) };
  },
});
