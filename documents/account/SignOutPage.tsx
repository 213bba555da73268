import { t } from '#documents/messages.ts';
import { paths } from '#paths';
import { Page } from '#ui/Page.tsx';
import type { Frame } from './frame.ts';

export function SignOutPage({ frame }: { frame: Frame }) {
  const { locale } = frame;
  const say = t(locale);
  return (
    <Page {...frame} t={say} title={say('signOut.title')} current="account">
      <div className="one">
        <h1>{say('signOut.title')}</h1>
        <p>{say('signOut.text')}</p>
        <form method="post" action={paths.signOut(locale)}>
          <p className="actions submit">
            <button className="btn" type="submit">
              {say('signOut.submit')}
            </button>
            <a href={paths.account(locale)}>{say('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
