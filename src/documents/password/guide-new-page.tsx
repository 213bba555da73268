import type { GuideView } from '#domain/password-change/read-guide.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { newPasswordForm } from '#model/forms/new-password.ts';
import { paths } from '#paths';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { GuideFor } from './guide-for.tsx';
import { GuideStep } from './guide-step.tsx';
import { KeptItems } from '#documents/additions/kept-items.tsx';
import { NewPasswordFields } from '#documents/forms/new-password-fields.tsx';
import { PasswordOwner } from '#documents/forms/password-owner.tsx';
import { SignOutOthers } from './sign-out-others.tsx';

interface GuideNewPageProps {
  frame: Frame;
  guide: GuideView;
  errors: FieldErrors;
  strength: Strength | null;
  /** Handles of what stays of what was added lately. */
  keep?: readonly string[];
  /** As the box was when the form came; ticked at first. */
  signOutOthers: boolean;
}

/** Step 3: the new password. */
export function GuideNewPage({ frame, guide, errors, strength, keep = [], signOutOthers }: GuideNewPageProps) {
  const { locale, t } = frame;
  return (
    <GuideStep
      frame={frame}
      step={3}
      title={t('guide.new.title')}
      back={guide.additions.length > 0 ? paths.passwordYours(locale) : paths.passwordProof(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors t={t} errors={errors} form={newPasswordForm} />}
    >
      <GuideFor email={guide.email} t={t} />
      <form method="post" action={newPasswordForm.path(locale)} noValidate>
        <KeptItems form={newPasswordForm} additions={guide.additions} keep={keep} t={t} />
        <PasswordOwner form={newPasswordForm} email={guide.email} />
        <NewPasswordFields form={newPasswordForm} t={t} errors={errors} strength={strength} />
        <SignOutOthers t={t} forced={guide.signOutForced} checked={signOutOthers} />
        <p className="actions submit">
          <button className="btn" type="submit">
            {t('guide.new.submit')}
          </button>
        </p>
      </form>
    </GuideStep>
  );
}
