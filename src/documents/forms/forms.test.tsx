import type { ComponentProps, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AccountPage } from '#documents/account/account-page.tsx';
import { EmailPage } from '#documents/address/email-page.tsx';
import { TakeBackPage } from '#documents/address/take-back-page.tsx';
import { FactorsPage } from '#documents/factors/factors-page.tsx';
import { MakePasskeyPage } from '#documents/factors/make-passkey-page.tsx';
import { TotpSetupPage } from '#documents/factors/totp-setup-page.tsx';
import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { GuideProofPage } from '#documents/password/guide-proof-page.tsx';
import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import { GuideYoursPage } from '#documents/recovery/guide-yours-page.tsx';
import { RecoverCodePage } from '#documents/recovery/recover-code-page.tsx';
import { RecoverFactorPage } from '#documents/recovery/recover-factor-page.tsx';
import { RecoverNewPage } from '#documents/recovery/recover-new-page.tsx';
import { RecoverPage } from '#documents/recovery/recover-page.tsx';
import { RecoverYoursPage } from '#documents/recovery/recover-yours-page.tsx';
import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { frameOf } from '#documents/shell/frame.ts';
import { DataPage } from '#documents/your-data/data-page.tsx';
import { SignOutPage } from '#documents/sign-in/sign-out-page.tsx';
import { askForAddressForm } from '#model/forms/address/ask-for-address.ts';
import { askTakeBackForm } from '#model/forms/address/ask-take-back.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { endOtherSessionsForm } from '#model/forms/sessions/end-other-sessions.ts';
import { endSessionForm } from '#model/forms/sessions/end-session.ts';
import { endSessionsForm } from '#model/forms/sessions/end-sessions.ts';
import { reportEventForm, reportSessionForm } from '#model/forms/sessions/report.ts';
import { downloadDataForm } from '#model/forms/download-data.ts';
import { askToConfirmForm, confirmByCodeForm, confirmByPasskeyForm, confirmByPasswordForm } from '#model/forms/confirm.ts';
import { askPasskeyForm, signInByPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';
import { UsePasskeyPage } from '#documents/sign-in/use-passkey-page.tsx';
import { addPasskeyForm } from '#model/forms/factors/add-passkey.ts';
import { confirmTotpForm } from '#model/forms/factors/confirm-totp.ts';
import { makeRecoveryCodesForm } from '#model/forms/factors/make-recovery-codes.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import { askProofPasskeyForm, proofByPasskeyForm } from '#model/forms/factors/proof-by-passkey.ts';
import { removePasskeyForm } from '#model/forms/factors/remove-passkey.ts';
import { removeTotpForm } from '#model/forms/factors/remove-totp.ts';
import { startPasskeyForm } from '#model/forms/factors/start-passkey.ts';
import { startTotpForm } from '#model/forms/factors/start-totp.ts';
import type { Form } from '#model/forms/form.ts';
import { FORMS } from '#model/forms/forms.ts';
import { newPasswordForm } from '#model/forms/new-password.ts';
import { parseForm } from '#model/forms/parse-form.ts';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { askFirstCodeForm, askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { giveCodeForm } from '#model/forms/recovery/give-code.ts';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { askRecoveryPasskeyForm, giveRecoveryPasskeyForm } from '#model/forms/recovery/give-recovery-passkey.ts';
import { keepInGuideForm, keepRecoveredForm } from '#model/forms/recovery/keep-additions.ts';
import { setRecoveredPasswordForm } from '#model/forms/recovery/set-recovered-password.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { signOutForm } from '#model/forms/sign-out.ts';
import { LOCALES } from '#paths';
import { SAMPLE_VIEWS, sampleActivity, sampleAdditions, sampleGuide, sampleRecovery } from '#tests/support/sample-account.ts';
import { sampleFactors, sampleTotpSetup } from '#tests/support/factors/sample-factors.ts';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { translator } from '#ui/translator.ts';
import { errorSentence } from './error-sentence.ts';

const frame = frameOf({ site: sampleSite, locale: 'ar', css: '', path: '/ar' });

/** Something wrong with every field, those that people don't see too, and with one that is in no form; from bottom to top. */
const wrong = (form: Form) => Object.fromEntries(['elsewhere', ...Object.keys(form.fields).reverse()].map((name) => [name, 'other']));

const proof = (form: Form, guide: Partial<typeof sampleGuide>) => (
  <GuideProofPage frame={frame} guide={{ ...sampleGuide, ...guide }} errors={wrong(form)} notice={null} />
);

/** One thing that was added lately, and is kept. */
const additions = sampleAdditions.slice(0, 1);
const keep = additions.map(({ handle }) => handle);
/** What can be shown of before. */
const factors = { passkey: true, typed: true, asked: true };
const onFactors = (form: Form): [Form, ReactElement, { errors: boolean }] => [
  form,
  <FactorsPage key="" frame={frame} factors={sampleFactors} errors={wrong(form)} notice={null} />,
  { errors: true },
];

const confirm = (form: Form, byFactor: boolean) => (
  <ConfirmPage key="" frame={frame} to="/account" carried="a=b" byFactor={byFactor} half={false} errors={'by' in form.fields ? wrong(form) : {}} />
);
const passkey = (form: ComponentProps<typeof UsePasskeyPage>['form'], hidden: Record<string, string>) => (
  <UsePasskeyPage key="" frame={frame} form={form} hidden={hidden} options="{}" script="/s.js" back="/" />
);

/** Each form on its page, as it comes back with errors; those of one button have none to show. */
const DRAWN: [Form, ReactElement, { errors: boolean }][] = [
  [signInForm, <SignInPage key="" frame={frame} email="" errors={wrong(signInForm)} to={null} notice={null} />, { errors: true }],
  [confirmByPasswordForm, confirm(confirmByPasswordForm, false), { errors: true }],
  [confirmByCodeForm, confirm(confirmByCodeForm, true), { errors: true }],
  [askToConfirmForm, confirm(askToConfirmForm, true), { errors: false }],
  [confirmByPasskeyForm, passkey(confirmByPasskeyForm, { to: '/account', carried: 'a=b' }), { errors: false }],
  [askPasskeyForm, <SignInPage key="" frame={frame} email="" errors={{}} to={null} notice={null} />, { errors: false }],
  [signInByPasskeyForm, passkey(signInByPasskeyForm, {}), { errors: false }],
  [signOutForm, <SignOutPage key="" frame={frame} />, { errors: false }],
  ...[endSessionForm, endSessionsForm, endOtherSessionsForm, reportSessionForm, reportEventForm].map((form): [Form, ReactElement, { errors: boolean }] => [
    form,
    <AccountPage key="" frame={frame} view={SAMPLE_VIEWS.nothing} activity={sampleActivity} notice={null} />,
    { errors: false },
  ]),
  [askForAddressForm, <EmailPage key="" frame={frame} email="a@b.example" asked={null} typed="" errors={wrong(askForAddressForm)} />, { errors: true }],
  [changeAddressForm, <EmailPage key="" frame={frame} email="a@b.example" asked="c@d.example" typed="" errors={wrong(changeAddressForm)} />, { errors: true }],
  [askTakeBackForm, <TakeBackPage key="" frame={frame} asked={false} email="" errors={wrong(askTakeBackForm)} />, { errors: true }],
  [takeBackForm, <TakeBackPage key="" frame={frame} asked email="" errors={wrong(takeBackForm)} />, { errors: true }],
  [downloadDataForm, <DataPage key="" frame={frame} />, { errors: false }],
  [sendCodeForm, proof(sendCodeForm, { proof: 'email_code', codeSent: false }), { errors: true }],
  [proofByCodeForm, proof(proofByCodeForm, { proof: 'email_code', codeSent: true }), { errors: true }],
  [
    proofByFactorForm,
    <GuideProofPage key="" frame={frame} guide={{ ...sampleGuide, factors }} byFactor errors={wrong(proofByFactorForm)} notice={null} />,
    { errors: true },
  ],
  [askProofPasskeyForm, <GuideProofPage key="" frame={frame} guide={{ ...sampleGuide, factors }} errors={{}} notice={null} />, { errors: false }],
  [proofByPasskeyForm, passkey(proofByPasskeyForm, {}), { errors: false }],
  ...[startPasskeyForm, removePasskeyForm, startTotpForm, removeTotpForm, makeRecoveryCodesForm].map(onFactors),
  [addPasskeyForm, <MakePasskeyPage key="" frame={frame} options="{}" script="/x.js" />, { errors: false }],
  [confirmTotpForm, <TotpSetupPage key="" frame={frame} setup={sampleTotpSetup} errors={wrong(confirmTotpForm)} />, { errors: true }],
  [proofByPasswordForm, proof(proofByPasswordForm, { proof: 'current' }), { errors: true }],
  ...[false, true].map((signOutForced): [Form, ReactElement, { errors: boolean }] => [
    newPasswordForm,
    <GuideNewPage
      key=""
      frame={frame}
      guide={{ ...sampleGuide, signOutForced, additions }}
      keep={keep}
      errors={wrong(newPasswordForm)}
      strength={null}
      signOutOthers
    />,
    { errors: true },
  ]),
  [keepInGuideForm, <GuideYoursPage key="" frame={frame} guide={{ ...sampleGuide, additions }} errors={wrong(keepInGuideForm)} />, { errors: true }],
  [askRecoveryForm, <RecoverPage key="" frame={frame} reason="forgotten" email="" errors={wrong(askRecoveryForm)} />, { errors: true }],
  [askFirstCodeForm, <RecoverPage key="" frame={frame} reason="first" email="" errors={wrong(askFirstCodeForm)} />, { errors: true }],
  [giveCodeForm, <RecoverCodePage key="" frame={frame} errors={wrong(giveCodeForm)} />, { errors: true }],
  [giveRecoveryFactorForm, <RecoverFactorPage key="" frame={frame} factors={factors} errors={wrong(giveRecoveryFactorForm)} />, { errors: true }],
  [askRecoveryPasskeyForm, <RecoverFactorPage key="" frame={frame} factors={factors} errors={{}} />, { errors: false }],
  [askRecoveryPasskeyForm, <RecoverFactorPage key="" frame={frame} factors={{ ...factors, typed: false }} errors={{}} />, { errors: false }],
  [giveRecoveryPasskeyForm, passkey(giveRecoveryPasskeyForm, {}), { errors: false }],
  [keepRecoveredForm, <RecoverYoursPage key="" frame={frame} view={{ ...sampleRecovery, additions }} errors={wrong(keepRecoveredForm)} />, { errors: true }],
  [
    setRecoveredPasswordForm,
    <RecoverNewPage key="" frame={frame} view={{ ...sampleRecovery, additions }} keep={keep} errors={wrong(setRecoveredPasswordForm)} strength={null} />,
    { errors: true },
  ],
];

test('every form has its page', () => {
  expect(new Set(DRAWN.map(([form]) => form))).toEqual(new Set(FORMS));
});

describe.each(DRAWN)('form %#', (form, page, { errors }) => {
  const markup = renderToStaticMarkup(page);
  const visible = Object.entries(form.fields).flatMap(([name, field]) => ('label' in field ? [name] : []));

  test('is drawn with the fields of its definition, in their order', () => {
    const path = form.path('ar');
    const forms = [...markup.matchAll(/<form ([^>]*)>(.*?)<\/form>/g)].filter(([, attributes = '']) => attributes.split(' ').includes(`action="${path}"`));
    const namesIn = (part: string) => [...part.matchAll(/<input[^>]* name="([^"]*)"/g)].map(([, name]) => name);
    const names = forms.map(([, attributes = '', inside = '']) => {
      // A box may stand elsewhere and name its form; of several of one name the first counts.
      const id = / id="([^"]*)"/.exec(` ${attributes}`)?.[1];
      const elsewhere = id === undefined ? [] : [...markup.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(` form="${id}"`));
      return [...new Set([...namesIn(inside), ...namesIn(elsewhere.join(''))])];
    });
    expect(names).toContainEqual(Object.keys(form.fields));
  });

  test('sums up what is wrong by the fields that people see, in their order, and the rest without a link', () => {
    const summary = /<div class="summary".*?<\/div>/.exec(markup)?.[0] ?? '';
    const links = [...summary.matchAll(/<li>(?:<a href="#([^"]*)">)?/g)].map(([, name]) => name ?? null);
    const hidden = Object.keys(wrong(form)).length - visible.length;
    expect(links).toEqual(errors ? [...visible, ...Array(hidden).fill(null)] : []);
  });
});

test('each sentence that a field asks for is there in every language', () => {
  const tried = FORMS.flatMap((form) =>
    ['', 'x'.repeat(2_000)].flatMap((text) =>
      Object.values(parseForm(form, new URLSearchParams(Object.keys(form.fields).map((name) => [name, text]))).errors ?? {}),
    ),
  );
  // What no form of ours sends is told in general words.
  const keys = new Set(tried.filter((key) => key !== 'not_a_form'));
  expect(keys.size).toBeGreaterThan(6);
  for (const t of LOCALES.map(translator)) expect([...keys].filter((key) => errorSentence(t, key) === t('error.other'))).toEqual([]);
});
