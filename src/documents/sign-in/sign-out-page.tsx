import { signOutForm } from '#model/forms/sign-out.ts';
import { paths } from '#paths';
import { Page } from '#ui/page/page.tsx';
import type { Frame } from '#ui/page/frame.ts';

export function SignOutPage({ frame }: { frame: Frame }) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('signOut.title')} current="account">
      <div className="one">
        <h1>{t('signOut.title')}</h1>
        <p>{t('signOut.text')}</p>
        <form method="post" action={signOutForm.path(locale)}>
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
