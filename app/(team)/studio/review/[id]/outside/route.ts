import { ShownCodePage } from '#documents/outside/shown-code-page.tsx';
import { makeLink } from '#domain/review-links/make-link.ts';
import { askOutsideForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { runtime } from '../../../../../_http/runtime.ts';
import { teamForm } from '../../../../../_http/team/team-form.ts';

/** A code is shown in the answer that made it, and never again. */
export const POST = teamForm({
  form: askOutsideForm,
  by: makeLink,
  page: teamPaths.review,
  act: async ({ ctx, id }, typed) => {
    const made = await makeLink(ctx, { submission: id, ...typed });
    const origin = runtime().config.url.origin;
    return { to: teamPaths.review(String(id)), told: { code: made.code }, shown: (frame) => ShownCodePage({ frame, made, origin }) };
  },
});
