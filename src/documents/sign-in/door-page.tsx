import type { ReactNode } from 'react';
import type { FieldErrors } from '#domain/core/errors.ts';
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
  action: string;
  errors: FieldErrors;
  /** The form's fields from top to bottom. */
  order: readonly string[];
  /** Between what is wrong and the title. */
  before?: ReactNode;
  /** Other ways in, below the one for who can't get in. */
  after?: ReactNode;
  children: ReactNode;
}

/** A way into the account: one form, and help for whom it does not open. */
export function DoorPage({ frame, title, why, submit, action, errors, order, before, after, children }: DoorPageProps) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} order={order} />
        {before}
        <h1>{title}</h1>
        <p>{why}</p>
        <form method="post" action={action} noValidate>
          {children}
          <p className="actions submit">
            <button className="btn" type="submit">
              {submit}
            </button>
          </p>
        </form>
        <p>
          <a href={paths.help(locale)}>{t('signIn.help')}</a>
        </p>
        {after}
      </div>
    </Page>
  );
}
