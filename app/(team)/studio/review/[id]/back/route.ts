import { sendBack } from '#domain/review/send-back.ts';
import { sendBackForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: sendBackForm,
  by: sendBack,
  page: teamPaths.review,
  act: async ({ ctx, id }, values) => {
    await sendBack(ctx, { submission: id, ...values });
    return { to: teamPaths.review(String(id)) };
  },
});
