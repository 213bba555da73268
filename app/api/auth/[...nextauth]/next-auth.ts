import { randomUUID } from 'node:crypto';
import NextAuth, { type AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { Actor, Context } from '#domain/core/context.ts';
import { isRefusal } from '#domain/core/errors.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { signOut } from '#domain/sessions/sign-out.ts';
import { paths } from '#paths';
import { SESSION_SECONDS, secretOf, sessionCookieName } from '../../../_auth/session-cookie.ts';
import { clientOf } from '../../../_http/client.ts';
import { refusalOf } from '../../../_http/respond.ts';
import { runtime } from '../../../_http/runtime.ts';

const contextOf = (actor: Actor): Context => {
  const { config, db, renderEdition } = runtime();
  return { actor, db, now: new Date(), config, requestId: randomUUID(), renderEdition };
};

/** Passes work through, and remembers why it failed. */
type Watch = <T>(work: Promise<T>) => Promise<T>;

function options(watch: Watch): AuthOptions {
  const { config, db, log } = runtime();
  const secure = config.url.protocol === 'https:';
  return {
    secret: config.secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: paths.signIn('en'), signOut: paths.signOut('en'), error: paths.signIn('en') },
    cookies: { sessionToken: { name: sessionCookieName(config), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const headers = request.headers ?? {};
          const replaces = await secretOf(String(headers.cookie ?? ''), config);
          const input = { email: String(credentials?.email ?? ''), password: String(credentials?.password ?? '') };
          try {
            const { secret, accountId } = await watch(signIn(contextOf({ kind: 'visitor' }), { ...input, ...clientOf(headers), replaces }));
            return { id: accountId, secret };
          } catch (error) {
            if (isRefusal(error)) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      // An empty token would be signed again and look alive: a session that is over must throw.
      async jwt({ token, user }) {
        const sid = user ? (user as unknown as { secret: string }).secret : token.sid;
        const session = typeof sid === 'string' ? await watch(resumeSession(db, sid, new Date())) : null;
        if (session?.kind !== 'live') throw new Error('This session is over.');
        return { sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => ownPath(url, config.url),
    },
    events: {
      async signOut({ token }) {
        const session = typeof token?.sid === 'string' ? await watch(resumeSession(db, token.sid, new Date())) : null;
        if (session?.kind === 'live') await watch(signOut(contextOf(session.actor), {}));
      },
    },
    logger: {
      error: (code) => (code === 'JWT_SESSION_ERROR' ? undefined : log.warn({ code }, 'next-auth')),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** Only paths of our own; anything else leads to the account. */
function ownPath(url: string, own: URL): string {
  const fallback = `${own.origin}${paths.account('en')}`;
  if (!URL.canParse(url, own)) return fallback;
  const target = new URL(url, own);
  return target.origin === own.origin ? target.href : fallback;
}

/** next-auth's routes: CSRF, session, sign-in by credentials, sign-out. Never kept by anybody. */
export async function handleAuth(request: Request, params: unknown): Promise<Response> {
  let failure: unknown = null;
  const watch: Watch = (work) =>
    work.catch((error) => {
      failure = error;
      throw error;
    });
  const response: Response = await NextAuth(options(watch))(request, params);
  const refusal = failure === null ? null : refusalOf(failure);
  // next-auth takes a database that is away for a session that is over, and would delete the cookie.
  if (refusal && 'retryAfter' in refusal) {
    const headers = { 'Cache-Control': 'no-store', 'Retry-After': String(refusal.retryAfter) };
    return Response.json({ error: refusal.kind }, { status: refusal.status, headers });
  }
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
