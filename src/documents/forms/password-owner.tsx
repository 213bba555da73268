interface PasswordOwnerProps {
  form: { fields: { username: unknown } };
  email: string;
}

/** Tells a password manager whose password this is; a field of the form that nobody reads when it comes back. */
export function PasswordOwner({ email }: PasswordOwnerProps) {
  return <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />;
}
