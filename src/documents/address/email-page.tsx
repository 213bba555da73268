import type { FieldErrors } from '#domain/core/errors.ts';
import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import { askForAddressForm } from '#model/forms/address/ask-for-address.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

interface EmailPageProps {
  frame: Frame;
  /** On file. */
  email: string;
  /** The new address to which a code was asked for; null: none yet, or another one is to be typed. */
  asked: string | null;
  /** What was typed as the new address. */
  typed: string;
  errors: FieldErrors;
}

/** The address on file, and its change: first a code to the new one, then that code. */
export function EmailPage({ frame, email, asked, typed, errors }: EmailPageProps) {
  const { locale, t } = frame;
  const title = t('address.title');
  const form = asked === null ? askForAddressForm : changeAddressForm;
  const address = (words: string) => (
    <b key="email">
      <bdi dir="ltr">{words}</bdi>
    </b>
  );
  const minutes = CODE_TTL_MS / 60_000;
  return (
    <Page frame={frame} title={title} current="account" signedIn invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={form} />
        {asked !== null && <Notice>{t.rich('address.sent', { email: address(asked), minutes })}</Notice>}
        <h1>{title}</h1>
        <p>{t.rich('address.now', { email: address(email) })}</p>
        <p>{t('address.why', { days: ADDRESS_KEPT_MS / 86_400_000 })}</p>
        <form method="post" action={form.path(locale)} noValidate>
          {asked === null ? (
            <>
              <HiddenField form={askForAddressForm} name="step" value="ask" />
              <FormField form={askForAddressForm} t={t} errors={errors} name="email" defaultValue={typed} />
            </>
          ) : (
            <>
              <HiddenField form={changeAddressForm} name="step" value="change" />
              <FormField form={changeAddressForm} t={t} errors={errors} name="code" hint={t('address.noMail')} />
            </>
          )}
          <p className="actions submit">
            <button className="btn" type="submit">
              {t(asked === null ? 'address.ask' : 'address.change')}
            </button>
            {asked !== null && <a href={`${paths.email(locale)}?another`}>{t('address.another')}</a>}
            <a href={paths.account(locale)}>{t('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
