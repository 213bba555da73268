import type { Translate } from '#ui/translate.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { newPasswordForm } from '#model/forms/new-password.ts';

const NAME = 'signOutOthers';

/** Whether other devices are signed out too; no question where the incident asks for it. */
export function SignOutOthers({ t, forced, checked }: { t: Translate; forced: boolean; checked: boolean }) {
  const { label, input } = newPasswordForm.fields[NAME];
  if (forced) {
    return (
      <p>
        <HiddenField form={newPasswordForm} name={NAME} value="on" />
        {t('guide.new.othersForced')}
      </p>
    );
  }
  return (
    <div className="check">
      <input {...input} id={NAME} name={NAME} value="on" defaultChecked={checked} aria-describedby={`${NAME}-hint`} />
      <div>
        <label htmlFor={NAME}>{t(label)}</label>
        <span className="hint" id={`${NAME}-hint`}>
          {t('guide.new.othersHint')}
        </span>
      </div>
    </div>
  );
}
