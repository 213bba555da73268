import { oneOf } from '#model/one-of.ts';
import { type Locale, paths } from '#paths';
import { Page } from '#ui/page/page.tsx';
import type { Frame } from '#ui/page/frame.ts';

interface ErrorPageProps {
  frame: Frame;
  status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
  /** For 409: what has changed in the meantime; for 403: why not. */
  reason?: string;
  /** By which our records find this fault. */
  reference?: string;
  /** Seconds, for 429: when the next attempt counts again. */
  retryAfter?: number;
}

const CONFLICTS = ['proof_weaker', 'proof_used', 'changed_elsewhere', 'roles_changed'] as const;
const FORBIDDEN = ['signed_out', 'restricted'] as const;

export function ErrorPage({ frame, status, reason, reference, retryAfter }: ErrorPageProps) {
  const { locale, t } = frame;
  const way = wayOn(status, reason, locale);
  return (
    <Page frame={frame} title={t(`fault.${status}.title`)}>
      <div className="one">
        <h1>{t(`fault.${status}.title`)}</h1>
        <p>{t(sentenceOf(status, reason))}</p>
        {status === 500 && reference && (
          <p>
            {t.rich('fault.reference', {
              reference: (
                <bdi key="reference">
                  <code>{reference}</code>
                </bdi>
              ),
            })}
          </p>
        )}
        {status === 429 && retryAfter !== undefined && <p>{t('fault.retryIn', { minutes: Math.ceil(retryAfter / 60) })}</p>}
        {way && (
          <p className="actions submit">
            <a className="btn" href={way.href}>
              {t(way.label)}
            </a>
          </p>
        )}
        <p>
          <a href={paths.advisories(locale)}>{t('fault.advisories')}</a>
        </p>
        <p>
          <a href={paths.home(locale)}>{t('fault.home')}</a>
        </p>
      </div>
    </Page>
  );
}

/** A conflict and a refusal for a known reason have a sentence of their own. */
function sentenceOf(status: ErrorPageProps['status'], reason: string | undefined) {
  const conflict = status === 409 && oneOf(CONFLICTS, reason);
  if (conflict) return `fault.conflict.${conflict}` as const;
  const forbidden = status === 403 && oneOf(FORBIDDEN, reason);
  return forbidden ? (`fault.forbidden.${forbidden}` as const) : (`fault.${status}.text` as const);
}

/** The one step that leads on from here. */
function wayOn(status: ErrorPageProps['status'], reason: string | undefined, locale: Locale): { href: string; label: string } | null {
  if (status === 409) return { href: paths.account(locale), label: 'account.back' };
  if (status === 403 && reason === 'signed_out') return { href: paths.signIn(locale), label: 'signIn.submit' };
  if (status === 403 && reason === 'restricted') return { href: paths.password(locale), label: 'account.todo.change_password.button' };
  return null;
}
