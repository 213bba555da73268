import type { ReactNode } from 'react';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { Form } from '#model/forms/form.ts';
import { paths } from '#paths';
import { Page } from '#ui/page/page.tsx';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { Frame } from '#ui/page/frame.ts';

interface DoorPageProps {
  frame: Frame;
  title: string;
  why: string;
  /** On the button. */
  submit: string;
  form: Form;
  /** Where it posts to, if not to the form's own path. */
  action?: string;
  errors: FieldErrors;
  /** Between what is wrong and the title. */
  before?: ReactNode;
  /** Other ways in, below the one for who can't get in. */
  after?: ReactNode;
  /** What follows says itself what to do for who can't get in. */
  helpFollows?: boolean;
  children: ReactNode;
}

/** A way into the account: one form, and help for whom it does not open. */
export function DoorPage({ frame, title, why, submit, form, action, errors, before, after, helpFollows = false, children }: DoorPageProps) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={form} />
        {before}
        <h1>{title}</h1>
        <p>{why}</p>
        <form method="post" action={action ?? form.path(locale)} noValidate>
          {children}
          <p className="actions submit">
            <button className="btn" type="submit">
              {submit}
            </button>
          </p>
        </form>
        {!helpFollows && (
          <p>
            <a href={paths.help(locale)}>{t('signIn.help')}</a>
          </p>
        )}
        {after}
      </div>
    </Page>
  );
}
