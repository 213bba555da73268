import { revokeLink } from '#domain/review-links/revoke-link.ts';
import { revokeLinkForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: revokeLinkForm,
  by: revokeLink,
  page: () => teamPaths.studio(),
  act: async ({ ctx, id }) => ({ to: teamPaths.review(String((await revokeLink(ctx, { id })).submission)) }),
});
