import { MESSAGES, t } from '#documents/messages.ts';
import { paths } from '#paths';
import { Page } from '#ui/Page.tsx';
import type { Frame } from './frame.ts';

interface ErrorPageProps {
  frame: Frame;
  status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
  /** For 409: what has changed in the meantime. */
  reason?: string;
  /** By which our records find this fault. */
  reference?: string;
}

export function ErrorPage({ frame, status, reason, reference }: ErrorPageProps) {
  const { locale } = frame;
  const say = t(locale);
  const conflict = `fault.conflict.${reason}`;
  const sentence = status === 409 && MESSAGES[locale].has(conflict) ? conflict : `fault.${status}.text`;
  return (
    <Page {...frame} t={say} title={say(`fault.${status}.title`)}>
      <div className="one">
        <h1>{say(`fault.${status}.title`)}</h1>
        <p>{say(sentence)}</p>
        {status === 500 && reference && <p>{say.rich('fault.reference', { reference: <bdi key="reference"><code>{reference}</code></bdi> })}</p>}
        {status === 409 && <p className="actions submit"><a className="btn" href={paths.account(locale)}>{say('account.back')}</a></p>}
        <p><a href={paths.advisories(locale)}>{say('fault.advisories')}</a></p>
        <p><a href={paths.home(locale)}>{say('fault.home')}</a></p>
      </div>
    </Page>
  );
}
