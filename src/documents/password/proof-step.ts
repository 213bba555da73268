import type { ReactNode } from 'react';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { GuideView } from '#domain/password-change/read-guide.ts';
import type { Form } from '#model/forms/form.ts';
import type { Frame } from '#ui/page/frame.ts';

export interface GuideProofPageProps {
  frame: Frame;
  guide: GuideView;
  /** Somebody chose a second factor instead of what is asked for. */
  byFactor?: boolean;
  errors: FieldErrors;
  notice: 'code_sent' | null;
}

/** What step 2 of the guide asks by one method. */
export interface ProofStep {
  title: string;
  /** The one that the page's errors are about. */
  form: Form;
  body: ReactNode;
}
