import type { ReactNode } from 'react';
import type { FieldErrors } from '#domain/core/errors.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { askToConfirmForm, confirmByCodeForm, confirmByPasswordForm } from '#model/forms/confirm.ts';
import type { Form } from '#model/forms/form.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

export interface Onward {
  /** Own path to go on to, and what was typed there, as it was posted. */
  to: string;
  carried: string;
}

export interface ConfirmPageProps extends Onward {
  frame: Frame;
  /** The account has a second factor: the password alone is not enough. */
  byFactor: boolean;
  /** The sign-in is not complete without it. */
  half: boolean;
  errors: FieldErrors;
}

/** Asks once more who is there, before what could do harm, or for the second step of a sign-in; what was being done goes on afterwards. */
export function ConfirmPage({ frame, to, carried, byFactor, half, errors }: ConfirmPageProps) {
  const { locale, t } = frame;
  const title = half ? t('confirm.half.title') : t('confirm.title');
  const form = byFactor ? confirmByCodeForm : confirmByPasswordForm;
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={form} />
        <h1>{title}</h1>
        <p>{half ? t('confirm.half.why') : t('confirm.why')}</p>
        <OnwardForm frame={frame} form={form} onward={{ to, carried }} submit={t('confirm.submit')}>
          <HiddenField form={form} name="by" value={byFactor ? 'code' : 'password'} />
          {byFactor ? (
            <FormField form={confirmByCodeForm} t={t} errors={errors} name="code" hint={t('guide.proof.factorHint')} />
          ) : (
            <FormField form={confirmByPasswordForm} t={t} errors={errors} name="password" />
          )}
        </OnwardForm>
        {byFactor && (
          <OnwardForm frame={frame} form={askToConfirmForm} onward={{ to, carried }} submit={t('confirm.byPasskey')} quiet>
            <HiddenField form={askToConfirmForm} name="start" value="passkey" />
          </OnwardForm>
        )}
        <p>{half ? <a href={paths.recover(locale)}>{t('confirm.half.lost')}</a> : <a href={paths.account(locale)}>{t('account.back')}</a>}</p>
      </div>
    </Page>
  );
}

interface OnwardFormProps {
  frame: Frame;
  form: Form & { fields: Record<'to' | 'carried', unknown> };
  onward: Onward;
  submit: string;
  quiet?: boolean;
  children: ReactNode;
}

function OnwardForm({ frame: { locale }, form, onward, submit, quiet = false, children }: OnwardFormProps) {
  return (
    <form method="post" action={form.path(locale)} noValidate>
      <HiddenField form={form} name="to" value={onward.to} />
      <HiddenField form={form} name="carried" value={onward.carried} />
      {children}
      <p className="actions submit">
        <button className={quiet ? 'btn q' : 'btn'} type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
