import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { PasskeyForm } from '#documents/forms/passkey-form.tsx';
import { ContactUs } from '#documents/words/contact-us.tsx';
import type { passkeyFields } from '#model/forms/factors/passkey-answer.ts';
import type { Form } from '#model/forms/form.ts';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

interface UsePasskeyPageProps {
  frame: Frame;
  form: Form & { fields: typeof passkeyFields };
  /** What else the form sends along. */
  hidden: Record<string, string>;
  /** For the script, as JSON: what `navigator.credentials.get` is told. */
  options: string;
  /** The script's address. */
  script: string;
  /** Own path of the page that works without one. */
  back: string;
}

/** Where the browser is asked for a passkey. Only a script can ask it: without one the page says so, leads back to what needs none, and says how to reach us. */
export function UsePasskeyPage({ frame, form, hidden, options, script, back }: UsePasskeyPageProps) {
  const { locale, t } = frame;
  const title = t('confirm.passkey.title');
  return (
    <Page frame={frame} title={title} current="account" head={<script src={script} defer />}>
      <div className="one">
        <p className="meta">
          <a href={back}>{t('guide.back')}</a>
        </p>
        <h1>{title}</h1>
        <PasskeyForm
          action={form.path(locale)}
          ask="get"
          options={options}
          hint={t('confirm.passkey.hint')}
          failed={t('confirm.passkey.failed')}
          submit={t('confirm.passkey.use')}
        >
          <HiddenField form={form} name="by" value="passkey" />
          <HiddenField form={form} name="answer" value="" />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </PasskeyForm>
        <div data-passkey-cannot="">
          <p>{t('confirm.passkey.cannot')}</p>
          <ContactUs frame={frame} when="confirm.noOtherWay" />
          <p className="actions">
            <a className="btn q" href={back}>
              {t('guide.back')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
