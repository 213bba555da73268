/** Enough to recognise one's own address; the dots are always as many, so that they don't tell its length. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return `${first}•••••${email.slice(at)}`;
}
