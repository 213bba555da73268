import type { I18n } from '#ui/i18n.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { sendCodeForm } from '#model/forms/send-code.ts';

/** Asks for a code to the address on file; quiet where one is on its way already. */
export function SendCodeForm({ i18n: { locale, t }, again }: { i18n: I18n; again: boolean }) {
  return (
    <form method="post" action={sendCodeForm.path(locale)}>
      <HiddenField form={sendCodeForm} name="send" value={sendCodeForm.fields.send.schema.value} />
      <p className="actions submit">
        <button className={again ? 'btn q' : 'btn'} type="submit">
          {t(again ? 'guide.proof.sendAgain' : 'guide.proof.send')}
        </button>
      </p>
    </form>
  );
}
