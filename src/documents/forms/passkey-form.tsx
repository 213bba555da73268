import type { ReactNode } from 'react';

interface PasskeyFormProps {
  /** Where the browser's answer is posted to. */
  action: string;
  /** Whether the browser makes a passkey or shows one. */
  ask: 'create' | 'get';
  /** What it is told, as JSON. */
  options: string;
  hint: string;
  /** Said where the browser gives no answer. */
  failed: string;
  submit: string;
  /** The form's fields; the script fills in the one named `answer`. */
  children: ReactNode;
}

/** Asks the browser for a passkey. Only a script can: without one nothing of it is shown, and the page says something in its place, marked `data-passkey-cannot`. */
export function PasskeyForm({ action, ask, options, hint, failed, submit, children }: PasskeyFormProps) {
  return (
    <form method="post" action={action} data-passkey={ask} data-options={options} hidden>
      {children}
      <p>{hint}</p>
      <p className="err" role="alert" data-passkey-failed="" hidden>
        {failed}
      </p>
      <p className="actions submit">
        <button className="btn" type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
