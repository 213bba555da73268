import type { askPasskeyFields } from '#model/forms/factors/passkey-answer.ts';
import type { Form } from '#model/forms/form.ts';
import type { Locale } from '#paths';
import { HiddenField } from './hidden-field.tsx';

interface AskPasskeyFormProps {
  form: Form<typeof askPasskeyFields>;
  locale: Locale;
  submit: string;
}

/** One button, beside another way: leads to the page that asks the browser for a passkey. */
export function AskPasskeyForm({ form, locale, submit }: AskPasskeyFormProps) {
  return (
    <form method="post" action={form.path(locale)}>
      <HiddenField form={form} name="start" value="passkey" />
      <p className="actions">
        <button className="btn q" type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
