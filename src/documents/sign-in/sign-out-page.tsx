import { translator } from '#ui/messages.ts';
import { paths } from '#paths';
import { Page } from '#ui/page.tsx';
import type { Frame } from '#documents/shell/frame.ts';

export function SignOutPage({ frame }: { frame: Frame }) {
  const { locale } = frame;
  const t = translator(locale);
  return (
    <Page {...frame} t={t} title={t('signOut.title')} current="account">
      <div className="one">
        <h1>{t('signOut.title')}</h1>
        <p>{t('signOut.text')}</p>
        <form method="post" action={paths.signOut(locale)}>
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('signOut.submit')}
            </button>
            <a href={paths.account(locale)}>{t('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
