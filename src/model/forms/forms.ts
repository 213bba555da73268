import { downloadDataForm } from './download-data.ts';
import { endSessionForm } from './end-session.ts';
import { enrolForm } from './enrol.ts';
import type { Form } from './form.ts';
import { newPasswordForm } from './new-password.ts';
import { proofByCodeForm } from './proof-by-code.ts';
import { proofByPasswordForm } from './proof-by-password.ts';
import { sendCodeForm } from './send-code.ts';
import { signInForm } from './sign-in.ts';
import { signOutForm } from './sign-out.ts';

/** Every form of ours. */
export const FORMS: readonly Form[] = [
  signInForm,
  enrolForm,
  signOutForm,
  endSessionForm,
  sendCodeForm,
  proofByCodeForm,
  proofByPasswordForm,
  newPasswordForm,
  downloadDataForm,
];
