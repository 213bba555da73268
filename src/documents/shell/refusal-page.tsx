import { LANGUAGES } from '#locales/registry.ts';
import type { MessageKey } from '#locales/message-key.ts';
import { oneOf } from '#model/one-of.ts';
import type { Site } from '#model/site.ts';
import { type Locale, paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

/** HTTP statuses with sentences of their own; any other is told as a request that we could not read. */
const STATUSES = [400, 403, 404, 405, 409, 413, 415, 421, 422, 429, 500, 503] as const;
type Status = (typeof STATUSES)[number];

const CONFLICTS = ['proof_weaker', 'proof_used', 'address_fresh', 'changed_elsewhere', 'roles_changed', 'address_taken', 'setup_over'] as const;
const FORBIDDEN = ['signed_out', 'restricted'] as const;

interface RefusalPageProps {
  /** Without a site before the first edition: then nobody speaks, and there is no page to lead to. */
  frame: Omit<Frame, 'site'> & { site: Site | null };
  status: number;
  /** For 409: what has changed in the meantime; for 403: why not. */
  reason?: string;
  /** By which our records find this fault; for 500. */
  reference?: string;
  /** Seconds, for 429: when the next attempt counts again. */
  retryAfter?: number;
}

/** Why a request was refused or failed, and what leads on from here. */
export function RefusalPage({ frame, status, reason, reference, retryAfter }: RefusalPageProps) {
  const { site, locale, t, css } = frame;
  const known = oneOf(STATUSES, status) ?? 400;
  const way = wayOn(known, reason, locale);
  const title = t(`refusal.${known}.title`);
  const noIndex = <meta name="robots" content="noindex" />;
  const told = (
    <>
      <h1>{title}</h1>
      <p>{t(sentenceOf(known, reason))}</p>
    </>
  );
  if (site === null)
    return (
      <html lang={locale} dir={LANGUAGES[locale].direction}>
        <head>
          <meta charSet="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet */}
          <style dangerouslySetInnerHTML={{ __html: css }} />
          {noIndex}
        </head>
        <body>
          <main className="wrap">
            <div className="one">{told}</div>
          </main>
        </body>
      </html>
    );
  return (
    <Page frame={{ ...frame, site }} title={title} head={noIndex}>
      <div className="one">
        {told}
        {known === 503 && <p>{t('refusal.stillReadable')}</p>}
        {known === 500 && reference && (
          <p>
            {t.rich('refusal.reference', {
              reference: (
                <bdi key="reference">
                  <code>{reference}</code>
                </bdi>
              ),
            })}
          </p>
        )}
        {known === 429 && retryAfter !== undefined && <p>{t('refusal.retryIn', { minutes: Math.ceil(retryAfter / 60) })}</p>}
        {way && (
          <p className="actions submit">
            <a className="btn" href={way.href}>
              {t(way.label)}
            </a>
          </p>
        )}
        <p>
          <a href={paths.advisories(locale)}>{t('refusal.advisories')}</a>
        </p>
        <p>
          <a href={paths.home(locale)}>{t('refusal.home')}</a>
        </p>
      </div>
    </Page>
  );
}

/** A conflict and a refusal for a known reason have a sentence of their own. */
function sentenceOf(status: Status, reason: string | undefined): MessageKey {
  const conflict = status === 409 ? oneOf(CONFLICTS, reason) : null;
  if (conflict) return `refusal.conflict.${conflict}`;
  const forbidden = status === 403 ? oneOf(FORBIDDEN, reason) : null;
  return forbidden ? `refusal.forbidden.${forbidden}` : `refusal.${status}.text`;
}

/** The one step that leads on from here. */
function wayOn(status: Status, reason: string | undefined, locale: Locale): { href: string; label: MessageKey } | null {
  if (status === 409) return { href: paths.account(locale), label: 'account.back' };
  if (status === 403 && reason === 'signed_out') return { href: paths.signIn(locale), label: 'signIn.submit' };
  if (status === 403 && (reason === 'step_up' || reason === 'half')) return { href: paths.confirm(locale), label: 'confirm.title' };
  if (status === 403 && reason === 'enrolling') return { href: paths.factors(locale), label: 'factors.title' };
  if (status === 403 && reason === 'restricted') return { href: paths.password(locale), label: 'account.todo.change_password.button' };
  return null;
}
