import { submitDraft } from '#domain/review/submit-draft.ts';
import { submitForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: submitForm,
  by: submitDraft,
  page: teamPaths.submit,
  act: async ({ ctx, id }, seen) => ({ to: teamPaths.review(String((await submitDraft(ctx, { draft: id, ...seen })).submission)) }),
});
