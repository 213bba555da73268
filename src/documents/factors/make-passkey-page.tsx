import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { addPasskeyForm } from '#model/forms/factors/add-passkey.ts';
import { startTotpForm } from '#model/forms/factors/start-totp.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { PasskeyForm } from '#documents/forms/passkey-form.tsx';

interface MakePasskeyPageProps {
  frame: Frame;
  /** For the script, as JSON: what `navigator.credentials.create` is told. */
  options: string;
  /** The script's address. */
  script: string;
}

/** Where the browser makes a passkey. Without a script the page says that it can't, and offers what needs none. */
export function MakePasskeyPage({ frame, options, script }: MakePasskeyPageProps) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('factors.passkeys.makeTitle')} current="account" signedIn head={<script src={script} defer />}>
      <div className="one">
        <p className="meta">
          <a href={paths.factors(locale)}>{t('guide.back')}</a>
        </p>
        <h1>{t('factors.passkeys.makeTitle')}</h1>
        <PasskeyForm
          action={addPasskeyForm.path(locale)}
          ask="create"
          options={options}
          hint={t('factors.passkeys.makeHint')}
          failed={t('factors.passkeys.failed')}
          submit={t('factors.passkeys.make')}
        >
          <HiddenField form={addPasskeyForm} name="add" value="passkey" />
          <HiddenField form={addPasskeyForm} name="answer" value="" />
        </PasskeyForm>
        <div data-passkey-cannot="">
          <p>{t('factors.passkeys.cannot')}</p>
          <form method="post" action={startTotpForm.path(locale)}>
            <HiddenField form={startTotpForm} name="start" value="app" />
            <p className="actions">
              <button className="btn q" type="submit">
                {t('factors.app.setUp')}
              </button>
            </p>
          </form>
        </div>
      </div>
    </Page>
  );
}
