import { randomUUID } from 'node:crypto';
import type { Frame } from '#documents/shell/frame.ts';
import type { Context } from '#domain/core/context.ts';
import { Forbidden, NotFound } from '#domain/core/errors.ts';
import type { Site } from '#model/site.ts';
import { resumeSession, type Resumed } from '#domain/status/resume-session.ts';
import { inLocale, LOCALES, type Locale, paths } from '#paths';
import { secretOf } from '../_auth/session-cookie.ts';
import { describeFault } from './describe-fault.ts';
import { checkOrigin } from './origin.ts';
import { respondError, seeOther } from './respond.ts';
import { runtime } from './runtime.ts';

/** One request to a private page, as its route sees it. */
export interface Visit {
  request: Request;
  ctx: Context;
  locale: Locale;
  frame: Frame;
  /** The secret of the cookie, live or not. */
  secret: string | null;
  session: Resumed | null;
}

type Params = { params: Promise<{ locale: string }> };
type Route = (request: Request, params: Params) => Promise<Response>;
type Handler = (visit: Visit) => Promise<Response>;

/** A page for everybody. `path` is its own path in the default locale. */
export function page(path: string, handler: Handler): Route {
  return async (request, { params }) => {
    const requestId = randomUUID();
    const { locale: asked } = await params;
    const locale = LOCALES.find((known) => known === asked) ?? 'en';
    const { config, db, renderEdition } = runtime();
    const frame: Frame = { site: await siteNow(), locale, css: (await runtime().stylesheet).css, path: inLocale(path, locale) };
    try {
      if (asked !== locale || !frame.site.locales.includes(locale)) throw new NotFound();
      if (request.method === 'POST') checkOrigin(request, config.url);
      const now = new Date();
      const secret = await secretOf(request.headers.get('cookie'), config);
      const session = secret === null ? null : await resumeSession(db, secret, now);
      const actor = session?.kind === 'live' ? session.actor : ({ kind: 'visitor' } as const);
      return await handler({ request, ctx: { actor, db, now, config, requestId, renderEdition }, locale, frame, secret, session });
    } catch (error) {
      return respondError(error, frame, request, requestId);
    }
  };
}

/** A page for who is signed in; others are led to the sign-in page, which says why. */
export function ownPage(path: string, handler: Handler): Route {
  return page(path, async (visit) => {
    // Going back to the address of a sign-in, once signed out, must not look like a browser that keeps no cookies.
    if (visit.session?.kind === 'live') return comesFromSignIn(visit) ? seeOther(inLocale(path, visit.locale)) : handler(visit);
    if (visit.request.method === 'POST') throw new Forbidden('signed_out');
    const notice = noticeOf(visit);
    const toGuide = path.startsWith(paths.password('en'));
    return seeOther(paths.signIn(visit.locale, { ...(notice !== null && { notice }), ...(toGuide && { to: 'password' }) }));
  });
}

/** Coming straight from a sign-in without its cookie means that the browser keeps none; who never signed in is told nothing. */
function noticeOf(visit: Visit): string | null {
  const { session, secret } = visit;
  if (session?.kind === 'asked_again') return 'asked_again';
  if (secret !== null) return 'signed_out';
  return comesFromSignIn(visit) ? 'no_cookies' : null;
}

function comesFromSignIn({ request }: Visit): boolean {
  return new URL(request.url).searchParams.has('signed-in');
}

/** Who speaks, from the edition on disk; before the first edition, or on a damaged disk, the frame has no names to show. */
async function siteNow(): Promise<Site> {
  const { editions, log } = runtime();
  const manifest = await editions.manifest().catch((error: unknown) => {
    log.error({ fault: describeFault(error) }, 'the edition on disk can’t be read');
    return null;
  });
  return manifest?.site ?? UNPUBLISHED;
}

const UNPUBLISHED: Site = {
  brand: 'Candor',
  legalName: '',
  host: '',
  locales: [...LOCALES],
  contacts: { security: '', press: '', privacy: '', phone: '', post: '' },
  menuPath: { en: '' },
  pages: {} as Site['pages'],
  trustedDomains: [],
};
