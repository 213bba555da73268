import { t } from '#documents/messages.ts';
import type { GuideView } from '#domain/accounts/account-view.ts';
import type { Strength } from '#domain/accounts/password-strength.ts';
import type { FieldErrors } from '#domain/errors.ts';
import { paths } from '#paths';
import { FormErrors } from './FormErrors.tsx';
import type { Frame } from './frame.ts';
import { GuideFor } from './GuideFor.tsx';
import { GuideStep } from './GuideStep.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { PasswordOwner } from './PasswordOwner.tsx';
import { SignOutOthers } from './SignOutOthers.tsx';

interface GuideNewPageProps {
  frame: Frame;
  guide: GuideView;
  errors: FieldErrors;
  strength: Strength | null;
  /** As the box was when the form came; ticked at first. */
  signOutOthers: boolean;
}

/** Step 3: the new password. */
export function GuideNewPage({ frame, guide, errors, strength, signOutOthers }: GuideNewPageProps) {
  const { locale } = frame;
  const say = t(locale);
  return (
    <GuideStep
      frame={frame}
      step={3}
      title={say('guide.new.title')}
      back={paths.passwordProof(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors locale={locale} errors={errors} order={['next', 'confirm']} />}
    >
      <GuideFor email={guide.email} locale={locale} />
      <form method="post" action={paths.passwordNew(locale)} noValidate>
        <PasswordOwner email={guide.email} />
        <NewPasswordFields locale={locale} errors={errors} strength={strength} />
        <SignOutOthers locale={locale} forced={guide.signOutForced} checked={signOutOthers} />
        <p className="actions submit">
          <button className="btn" type="submit">
            {say('guide.new.submit')}
          </button>
        </p>
      </form>
    </GuideStep>
  );
}
