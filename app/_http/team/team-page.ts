import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { UNPUBLISHED } from '#documents/shell/unpublished-site.ts';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import { takeForm } from '#domain/kept-forms/take-form.ts';
import { localeOfAccount } from '#model/account/locale-of-account.ts';
import type { Site } from '#model/site.ts';
import { DEFAULT_LOCALE, paths } from '#paths';
import { shownSite } from '#server/app/shown-site.ts';
import type { I18n } from '#ui/i18n.ts';
import { translator } from '#ui/translator.ts';
import { openRequest } from '../open-request.ts';
import { requestIdOf } from '../request-id.ts';
import { NONCE_HEADER } from './gate.ts';

export interface TeamRequest extends I18n {
  ctx: DoorContext;
  actor: AccountActor;
  site: Site;
  /** The database's time. */
  now: Date;
  /** Lets the page's own scripts and styles in. */
  nonce: string;
}

/** Who opens a page of the team, once a request: layout and page ask for it alike. Who is nobody any more signs in. */
export const teamRequest = cache(async (): Promise<TeamRequest> => {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  const { ctx, session } = await openRequest({ headers: sent, cookies: kept }, requestIdOf(sent));
  if (session?.kind !== 'live') redirect(paths.signIn(DEFAULT_LOCALE, { to: 'studio' }));
  const locale = localeOfAccount(session.locale);
  const { actor, now } = session;
  return { ctx, actor, site: shownSite() ?? UNPUBLISHED, now, nonce: sent.get(NONCE_HEADER) ?? '', locale, t: translator(locale) };
});

/** What a query answers; the page that there is nothing, where it finds nothing. */
export async function found<View>(view: Promise<View>): Promise<View> {
  return view.catch((error: unknown) => (error instanceof NotFound ? notFound() : Promise.reject(error)));
}

/** What was refused of a form of this page, when the address names it; shown once. */
export async function keptFormOf({ ctx }: TeamRequest, query: { form?: string | string[] }): Promise<KeptForm | null> {
  return typeof query.form === 'string' ? takeForm(ctx, { form: query.form.slice(0, 60) }) : null;
}
