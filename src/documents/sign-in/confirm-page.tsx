import type { FieldErrors } from '#domain/core/errors.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { confirmByPasswordForm } from '#model/forms/confirm.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

export interface ConfirmPageProps {
  frame: Frame;
  /** Own path to go on to, and what was typed there, as it was posted. */
  to: string;
  carried: string;
  errors: FieldErrors;
}

/** Asks once more who is there, before what could do harm; what was being done goes on afterwards. */
export function ConfirmPage({ frame, to, carried, errors }: ConfirmPageProps) {
  const { locale, t } = frame;
  const title = t('confirm.title');
  const form = confirmByPasswordForm;
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={form} />
        <h1>{title}</h1>
        <p>{t('confirm.why')}</p>
        <form method="post" action={form.path(locale)} noValidate>
          <HiddenField form={form} name="by" value="password" />
          <HiddenField form={form} name="to" value={to} />
          <HiddenField form={form} name="carried" value={carried} />
          <FormField form={form} t={t} errors={errors} name="password" />
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('confirm.submit')}
            </button>
            <a href={paths.account(locale)}>{t('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
