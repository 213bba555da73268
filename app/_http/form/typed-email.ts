import { MAX_EMAIL_LENGTH } from '#model/forms/fields.ts';

/** The address that came with a form, to be shown again: no more of it than an address can have. */
export function typedEmail(body: URLSearchParams): string {
  return (body.get('email') ?? '').slice(0, MAX_EMAIL_LENGTH);
}
