import { Forbidden } from '#domain/core/errors.ts';
import { type Locale, paths } from '#paths';
import { documentRoute, type Handler, type Route } from './document-route.ts';
import type { PrivateRequest } from './private-request.ts';
import { seeOther } from './see-other.ts';

/** A route handler for who is signed in; others are led to the sign-in page, which says why, and what they post is refused. */
export function accountRoute(path: (locale: Locale) => string, handler: Handler): Route {
  return documentRoute(path, async (request) => {
    const { locale, session, incoming } = request;
    // Going back to the address of a sign-in, once signed out, must not look like a browser that keeps no cookies.
    if (session?.kind === 'live') {
      // Half a session leads to the question for the second factor, and to nothing else.
      if (session.actor.session === 'half' && path !== paths.confirm) throw new Forbidden('half');
      return comesFromSignIn(request) ? seeOther(withoutMark(path(locale), request.query)) : handler(request);
    }
    if (incoming.method === 'POST') throw new Forbidden('signed_out');
    const notice = noticeOf(request);
    const toGuide = path(locale).startsWith(paths.password(locale));
    return seeOther(paths.signIn(locale, { ...(notice !== null && { notice }), ...(toGuide && { to: 'password' }) }));
  });
}

/** Coming straight from a sign-in without its cookie means that the browser keeps none; who never signed in is told nothing. */
function noticeOf(request: PrivateRequest): string | null {
  if (request.session?.kind === 'asked_again') return 'asked_again';
  if (request.secret !== null) return 'signed_out';
  return comesFromSignIn(request) ? 'no_cookies' : null;
}

/** The same page, whatever else its address says. */
function withoutMark(path: string, query: URLSearchParams): string {
  const rest = new URLSearchParams([...query].filter(([name]) => name !== 'signed-in'));
  return rest.size === 0 ? path : `${path}?${rest}`;
}

function comesFromSignIn({ query }: PrivateRequest): boolean {
  return query.has('signed-in');
}
