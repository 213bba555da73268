import { endSessionForm } from './end-session.ts';
import { enrolForm } from './enrol.ts';
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
import { proofByPasswordForm } from './proof-by-password.ts';
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
  enrolForm,
  signOutForm,
  endSessionForm,
  sendCodeForm,
  proofByCodeForm,
  proofByFactorForm,
  proofByPasswordForm,
  newPasswordForm,
  ...FACTOR_FORMS,
];
