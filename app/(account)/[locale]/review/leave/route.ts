import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { documentRoute } from '../../../../_http/document-route.ts';
import { seeOther } from '../../../../_http/see-other.ts';

export const GET = documentRoute(paths.outsideLeave, async ({ locale }) => seeOther(paths.outsideReview(locale)));

/** The browser holds no code any more. */
export const POST = documentRoute(paths.outsideLeave, async ({ ctx, locale }) => {
  const cookie = { ...secretCookie(ctx.config, 'review', ''), maxAge: 0, expires: new Date(0) };
  return seeOther(paths.outsideReview(locale), { cookies: [cookie] });
});
