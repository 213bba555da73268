import { comment } from '#domain/review/comment.ts';
import { commentForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: commentForm,
  by: comment,
  page: teamPaths.review,
  act: async ({ ctx, id }, values) => {
    const { comment: made } = await comment(ctx, { submission: id, ...values });
    return { to: `${teamPaths.review(String(id))}#comment-${made}` };
  },
});
