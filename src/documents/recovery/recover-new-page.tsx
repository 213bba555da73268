import type { FieldErrors } from '#domain/core/errors.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { RecoveryView } from '#domain/recovery/read-recovery.ts';
import { NewPasswordFields } from '#documents/forms/new-password-fields.tsx';
import { PasswordOwner } from '#documents/forms/password-owner.tsx';
import { GuideFor } from '#documents/password/guide-for.tsx';
import { KeptItems } from '#documents/additions/kept-items.tsx';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { setRecoveredPasswordForm } from '#model/forms/recovery/set-recovered-password.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { BackLink } from './back-link.tsx';

interface RecoverNewPageProps {
  frame: Frame;
  view: RecoveryView;
  /** Handles of what stays of what was added lately. */
  keep: readonly string[];
  errors: FieldErrors;
  strength: Strength | null;
}

/** The new password, or the first one; with it this browser is signed in, and no other. */
export function RecoverNewPage({ frame, view, keep, errors, strength }: RecoverNewPageProps) {
  const { locale, t } = frame;
  const form = setRecoveredPasswordForm;
  const title = t(view.first ? 'recover.new.first' : 'guide.new.title');
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={form} />
        <BackLink to={view.additions.length > 0 ? paths.recoverYours(locale) : paths.recover(locale)} t={t} />
        <h1>{title}</h1>
        <GuideFor email={view.email} t={t} />
        {!view.first && <p>{t('recover.new.others')}</p>}
        <form method="post" action={form.path(locale)} noValidate>
          <KeptItems form={form} additions={view.additions} keep={keep} t={t} />
          <PasswordOwner form={form} email={view.email} />
          <NewPasswordFields form={form} t={t} errors={errors} strength={strength} />
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('recover.new.submit')}
            </button>
          </p>
        </form>
      </div>
    </Page>
  );
}
