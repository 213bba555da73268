import { askForAddressForm } from './address/ask-for-address.ts';
import { askTakeBackForm } from './address/ask-take-back.ts';
import { changeAddressForm } from './address/change-address.ts';
import { takeBackForm } from './address/take-back.ts';
import { endOtherSessionsForm } from './sessions/end-other-sessions.ts';
import { endSessionForm } from './sessions/end-session.ts';
import { endSessionsForm } from './sessions/end-sessions.ts';
import { reportEventForm, reportSessionForm } from './sessions/report.ts';
import { downloadDataForm } from './download-data.ts';
import { askToConfirmForm, confirmByCodeForm, confirmByPasskeyForm, confirmByPasswordForm } from './confirm.ts';
import { askPasskeyForm, signInByPasskeyForm } from './sign-in-by-passkey.ts';
import { addPasskeyForm } from './factors/add-passkey.ts';
import { confirmTotpForm } from './factors/confirm-totp.ts';
import { makeRecoveryCodesForm } from './factors/make-recovery-codes.ts';
import { removePasskeyForm } from './factors/remove-passkey.ts';
import { removeTotpForm } from './factors/remove-totp.ts';
import { startPasskeyForm } from './factors/start-passkey.ts';
import { startTotpForm } from './factors/start-totp.ts';
import type { Form } from './form.ts';
import { newPasswordForm } from './new-password.ts';
import { proofByCodeForm } from './proof-by-code.ts';
import { proofByFactorForm } from './factors/proof-by-factor.ts';
import { askProofPasskeyForm, proofByPasskeyForm } from './factors/proof-by-passkey.ts';
import { proofByPasswordForm } from './proof-by-password.ts';
import { askFirstCodeForm, askRecoveryForm } from './recovery/ask-recovery.ts';
import { giveCodeForm } from './recovery/give-code.ts';
import { giveRecoveryFactorForm } from './recovery/give-recovery-factor.ts';
import { askRecoveryPasskeyForm, giveRecoveryPasskeyForm } from './recovery/give-recovery-passkey.ts';
import { keepInGuideForm, keepRecoveredForm } from './recovery/keep-additions.ts';
import { setRecoveredPasswordForm } from './recovery/set-recovered-password.ts';
import { sendCodeForm } from './send-code.ts';
import { signInForm } from './sign-in.ts';
import { signOutForm } from './sign-out.ts';

/** The forms of second factors. */
const FACTOR_FORMS: readonly Form[] = [
  startPasskeyForm,
  addPasskeyForm,
  removePasskeyForm,
  startTotpForm,
  confirmTotpForm,
  removeTotpForm,
  makeRecoveryCodesForm,
];

/** Every form of ours. */
export const FORMS: readonly Form[] = [
  signInForm,
  signOutForm,
  endSessionForm,
  askPasskeyForm,
  signInByPasskeyForm,
  endSessionsForm,
  endOtherSessionsForm,
  reportSessionForm,
  reportEventForm,
  confirmByPasswordForm,
  confirmByCodeForm,
  askToConfirmForm,
  confirmByPasskeyForm,
  sendCodeForm,
  proofByCodeForm,
  proofByFactorForm,
  askProofPasskeyForm,
  proofByPasskeyForm,
  proofByPasswordForm,
  keepInGuideForm,
  newPasswordForm,
  ...FACTOR_FORMS,
  downloadDataForm,
  askForAddressForm,
  changeAddressForm,
  askTakeBackForm,
  takeBackForm,
  askRecoveryForm,
  askFirstCodeForm,
  giveCodeForm,
  giveRecoveryFactorForm,
  askRecoveryPasskeyForm,
  giveRecoveryPasskeyForm,
  keepRecoveredForm,
  setRecoveredPasswordForm,
];
