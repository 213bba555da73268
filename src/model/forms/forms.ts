import { askForAddressForm } from './address/ask-for-address.ts';
import { askTakeBackForm } from './address/ask-take-back.ts';
import { changeAddressForm } from './address/change-address.ts';
import { takeBackForm } from './address/take-back.ts';
import { endOtherSessionsForm } from './sessions/end-other-sessions.ts';
import { endSessionForm } from './sessions/end-session.ts';
import { endSessionsForm } from './sessions/end-sessions.ts';
import { reportEventForm, reportSessionForm } from './sessions/report.ts';
import { confirmByPasswordForm } from './confirm.ts';
import type { Form } from './form.ts';
import { newPasswordForm } from './new-password.ts';
import { proofByCodeForm } from './proof-by-code.ts';
import { proofByPasswordForm } from './proof-by-password.ts';
import { askFirstCodeForm, askRecoveryForm } from './recovery/ask-recovery.ts';
import { giveCodeForm } from './recovery/give-code.ts';
import { giveRecoveryFactorForm } from './recovery/give-recovery-factor.ts';
import { keepInGuideForm, keepRecoveredForm } from './recovery/keep-additions.ts';
import { setRecoveredPasswordForm } from './recovery/set-recovered-password.ts';
import { sendCodeForm } from './send-code.ts';
import { signInForm } from './sign-in.ts';
import { signOutForm } from './sign-out.ts';

/** Every form of ours. */
export const FORMS: readonly Form[] = [
  signInForm,
  signOutForm,
  endSessionForm,
  endSessionsForm,
  endOtherSessionsForm,
  reportSessionForm,
  reportEventForm,
  confirmByPasswordForm,
  sendCodeForm,
  proofByCodeForm,
  proofByPasswordForm,
  keepInGuideForm,
  newPasswordForm,
  askForAddressForm,
  changeAddressForm,
  askTakeBackForm,
  takeBackForm,
  askRecoveryForm,
  askFirstCodeForm,
  giveCodeForm,
  giveRecoveryFactorForm,
  keepRecoveredForm,
  setRecoveredPasswordForm,
];
