import type { ReactNode } from 'react';
import { translator } from '#ui/messages.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { Page } from '#ui/page.tsx';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { Frame } from '#documents/shell/frame.ts';

interface DoorPageProps {
  frame: Frame;
  /** Has the sentences `title`, `why` and `submit`. */
  messages: 'signIn' | 'enrol';
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
export function DoorPage({ frame, messages, action, errors, order, before, after, children }: DoorPageProps) {
  const { locale } = frame;
  const t = translator(locale);
  const title = t(`${messages}.title`);
  return (
    <Page {...frame} t={t} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors locale={locale} errors={errors} order={order} />
        {before}
        <h1>{title}</h1>
        <p>{t(`${messages}.why`)}</p>
        <form method="post" action={action} noValidate>
          {children}
          <p className="actions submit">
            <button className="btn" type="submit">
              {t(`${messages}.submit`)}
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
