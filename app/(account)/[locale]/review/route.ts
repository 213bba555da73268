import { CodePage } from '#documents/outside/code-page.tsx';
import { GonePage } from '#documents/outside/gone-page.tsx';
import { ReadPage } from '#documents/outside/read-page.tsx';
import { Invalid } from '#domain/core/errors.ts';
import { openLink } from '#domain/review-links/open-link.ts';
import { readOutside } from '#domain/review-links/read-outside.ts';
import { parseForm } from '#model/forms/parse-form.ts';
import { openReviewForm } from '#model/outside/review.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../_auth/secret-cookies.ts';
import { documentRoute } from '../../../_http/document-route.ts';
import { readBody } from '../../../_http/form/read-body.ts';
import { codeOf, outsideHeaders } from '../../../_http/outside-request.ts';
import { respond } from '../../../_http/respond.ts';
import { seeOther } from '../../../_http/see-other.ts';

/** The one text of the code that the browser holds; without one, the question for it. */
export const GET = documentRoute(paths.outsideReview, async (request) => {
  const { ctx, frame } = request;
  const headers = await outsideHeaders();
  const code = codeOf(request);
  const { over, view } = code === null ? ({ over: 'none', view: null } as const) : await readOutside(ctx, { code });
  if (view) return respond(ReadPage({ frame, view, refused: null }), 200, headers);
  return over === 'none' ? respond(CodePage({ frame, error: null }), 200, headers) : respond(GonePage({ frame, over }), 410, headers);
});

export const POST = documentRoute(paths.outsideReview, async ({ incoming, ctx, locale, frame }) => {
  try {
    const { values, errors } = parseForm(openReviewForm, await readBody(incoming, openReviewForm.maxBytes));
    if (errors) throw new Invalid(errors);
    const { code } = await openLink(ctx, values);
    return seeOther(paths.outsideReview(locale), { cookies: [secretCookie(ctx.config, 'review', code)] });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return respond(CodePage({ frame, error: error.fields.code === 'code_missing' ? 'missing' : 'wrong' }), 422, await outsideHeaders());
  }
});
