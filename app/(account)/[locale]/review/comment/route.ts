import { GonePage } from '#documents/outside/gone-page.tsx';
import { ReadPage } from '#documents/outside/read-page.tsx';
import { REFUSALS, type Refused } from '#documents/outside/outside-comments.tsx';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { commentOutside } from '#domain/review-links/comment-outside.ts';
import { readOutside } from '#domain/review-links/read-outside.ts';
import { parseForm } from '#model/forms/parse-form.ts';
import { oneOf } from '#model/one-of.ts';
import { outsideCommentForm } from '#model/outside/review.ts';
import { paths } from '#paths';
import { documentRoute } from '../../../../_http/document-route.ts';
import { readBody } from '../../../../_http/form/read-body.ts';
import { codeOf, outsideHeaders } from '../../../../_http/outside-request.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';

export const GET = documentRoute(paths.outsideComment, async ({ locale }) => seeOther(paths.outsideReview(locale)));

/** What was refused comes back with what was typed; once the link shows nothing any more, with why. */
export const POST = documentRoute(paths.outsideComment, async (request) => {
  const { incoming, ctx, locale, frame } = request;
  const code = codeOf(request);
  if (code === null) return seeOther(paths.outsideReview(locale));
  let body = new URLSearchParams();
  try {
    body = await readBody(incoming, outsideCommentForm.maxBytes);
    const { values, errors } = parseForm(outsideCommentForm, body);
    if (errors) throw new Invalid(errors);
    const { comment } = await commentOutside(ctx, { code, ...values });
    return seeOther(`${paths.outsideReview(locale)}#comment-${comment}`);
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    const { over, view } = await readOutside(ctx, { code });
    if (!view && over !== 'none') return respond(GonePage({ frame, over, typed: body.get('text') ?? '' }), 410, await outsideHeaders());
    if (!view) return seeOther(paths.outsideReview(locale));
    return respond(ReadPage({ frame, view, refused: refusedOf(error, body) }), error instanceof Conflict ? 409 : 422, await outsideHeaders());
  }
});

function refusedOf(error: Invalid | Conflict, body: URLSearchParams): Refused {
  const [field, key] = error instanceof Invalid ? (Object.entries(error.fields)[0] ?? ['', '']) : ['', error.reason];
  const typed = { line: body.get('line') ?? '', text: body.get('text') ?? '' };
  return { reason: oneOf(REFUSALS, key) ?? 'other', field: oneOf(['line', 'text'] as const, field), typed };
}
