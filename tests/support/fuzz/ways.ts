import type { Form } from '#model/forms/form.ts';
import { askForAddressForm } from '#model/forms/address/ask-for-address.ts';
import { askTakeBackForm } from '#model/forms/address/ask-take-back.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { askToConfirmForm, confirmByCodeForm, confirmByPasskeyForm } from '#model/forms/confirm.ts';
import { addPasskeyForm } from '#model/forms/factors/add-passkey.ts';
import { confirmTotpForm } from '#model/forms/factors/confirm-totp.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import { askProofPasskeyForm, proofByPasskeyForm } from '#model/forms/factors/proof-by-passkey.ts';
import { removePasskeyForm } from '#model/forms/factors/remove-passkey.ts';
import { removeTotpForm } from '#model/forms/factors/remove-totp.ts';
import { makeRecoveryCodesForm } from '#model/forms/factors/make-recovery-codes.ts';
import { startPasskeyForm } from '#model/forms/factors/start-passkey.ts';
import { startTotpForm } from '#model/forms/factors/start-totp.ts';
import { newPasswordForm } from '#model/forms/new-password.ts';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { giveCodeForm } from '#model/forms/recovery/give-code.ts';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { askRecoveryPasskeyForm, giveRecoveryPasskeyForm } from '#model/forms/recovery/give-recovery-passkey.ts';
import { keepInGuideForm, keepRecoveredForm } from '#model/forms/recovery/keep-additions.ts';
import { setRecoveredPasswordForm } from '#model/forms/recovery/set-recovered-password.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';
import { askPasskeyForm, signInByPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';

const RECOVERY = [askRecoveryForm, giveCodeForm, giveRecoveryFactorForm];

/** What somebody fills in before a form is good for anything. */
const BEFORE = new Map<Form, readonly Form[]>([
  [signInByPasskeyForm, [askPasskeyForm]],
  [confirmByPasskeyForm, [askToConfirmForm]],
  [proofByCodeForm, [sendCodeForm]],
  [keepInGuideForm, [proofByPasswordForm]],
  [newPasswordForm, [sendCodeForm, proofByCodeForm]],
  [addPasskeyForm, [startPasskeyForm]],
  [removePasskeyForm, [startPasskeyForm, addPasskeyForm]],
  [confirmTotpForm, [startTotpForm]],
  [removeTotpForm, [startTotpForm, confirmTotpForm]],
  [makeRecoveryCodesForm, [startTotpForm, confirmTotpForm]],
  [changeAddressForm, [askForAddressForm]],
  [takeBackForm, [askTakeBackForm]],
  [giveCodeForm, [askRecoveryForm]],
  [giveRecoveryFactorForm, [askRecoveryForm, giveCodeForm]],
  [askRecoveryPasskeyForm, [askRecoveryForm, giveCodeForm]],
  [giveRecoveryPasskeyForm, [askRecoveryForm, giveCodeForm, askRecoveryPasskeyForm]],
  [proofByPasskeyForm, [askProofPasskeyForm]],
  [keepRecoveredForm, RECOVERY],
  [setRecoveredPasswordForm, RECOVERY],
]);

/** A form and all that comes before it, in order. */
export const wayTo = (form: Form): readonly Form[] => [...(BEFORE.get(form) ?? []), form];

/** The codes of these are no mail’s, and the address of that one is another one. */
const OTHER_WORDS = new Map<Form, Record<string, string>>([
  [confirmByCodeForm, { code: 'appCode' }],
  [proofByFactorForm, { code: 'appCode' }],
  [giveRecoveryFactorForm, { code: 'appCode' }],
  [confirmTotpForm, { code: 'setupCode' }],
  [askForAddressForm, { email: 'newEmail' }],
]);

/** What fills a field in rightly, by the name under which people know it. */
export const rightWord = (form: Form, field: string): string => OTHER_WORDS.get(form)?.[field] ?? field;
