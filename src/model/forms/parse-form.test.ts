import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_PASSWORD_BYTES } from '#domain/credentials/password/password-policy.ts';
import { paths } from '#paths';
import { nextField } from './fields.ts';
import { BUTTON_FORM_BYTES, type Form } from './form.ts';
import { FORMS } from './forms.ts';
import { isMeant } from './is-meant.ts';
import { newPasswordForm } from './new-password.ts';
import { parseForm } from './parse-form.ts';
import { proofByCodeForm } from './proof-by-code.ts';
import { proofByPasswordForm } from './proof-by-password.ts';
import { sendCodeForm } from './send-code.ts';
import { signInForm } from './sign-in.ts';

const body = (text: string) => new URLSearchParams(text);
const refused = { values: null, errors: { form: 'not_a_form' } };

/** One with a field that may stand in it more than once. */
const listForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { reason: { schema: z.string().max(10, 'too_long') }, pick: { schema: z.array(z.string().max(3, 'too_long')).max(2, 'too_many') } },
} as const satisfies Form;

describe('a body', () => {
  test('holds what was sent; what was not sent is empty, and a box that is not ticked is false', () => {
    expect(parseForm(signInForm, body('email=a%40b.example&password=%C3%A9+%2B'))).toEqual({
      values: { email: 'a@b.example', password: 'é +' },
      errors: null,
    });
    const values = { username: '', next: 'four words', confirm: '' };
    expect(parseForm(newPasswordForm, body('next=four+words')).values).toEqual({ ...values, signOutOthers: false });
    expect(parseForm(newPasswordForm, body('next=four+words&signOutOthers=on')).values).toEqual({ ...values, signOutOthers: true });
    expect(parseForm(newPasswordForm, body('next=four+words&signOutOthers=yes')).errors).toEqual({ signOutOthers: 'not_a_form' });
  });

  test('is told what is wrong with each field at once', () => {
    expect(parseForm(signInForm, body('')).errors).toEqual({ email: 'email_missing', password: 'password_missing' });
  });

  test('may repeat a field that is a list, and no other', () => {
    expect(parseForm(listForm, body('pick=a&pick=b')).values).toEqual({ reason: '', pick: ['a', 'b'] });
    expect(parseForm(listForm, body('')).values).toEqual({ reason: '', pick: [] });
    expect(parseForm(listForm, body('pick=a&pick=b&pick=c')).errors).toEqual({ pick: 'too_many' });
    expect(parseForm(listForm, body('reason=a&reason=b'))).toEqual(refused);
    expect(parseForm(signInForm, body('email=a&email=b&password=c'))).toEqual(refused);
  });

  test.each(['other=1', '__proto__=1', 'constructor=1', 'toString=1', 'hasOwnProperty=1', 'Email=1', '=1', 'email%00=1'])(
    'with a field that the form does not have is refused: %s',
    (more) => {
      expect(parseForm(signInForm, body(`email=a&password=b&${more}`))).toEqual(refused);
    },
  );

  test('with more entries than any form has is refused unread', () => {
    expect(parseForm(listForm, body('pick=a&'.repeat(101)))).toEqual(refused);
  });

  test('of anything at all is read or refused, and never holds more than its form', () => {
    const name = fc.oneof(fc.constantFrom('email', 'password', '__proto__', 'constructor'), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 }), (entries) => {
        const parsed = parseForm(signInForm, new URLSearchParams(entries));
        const sent = Object.fromEntries(entries);
        const right = entries.length === 2 && sent.email && sent.password;
        if (right) expect(parsed.values).toEqual({ email: new URLSearchParams(entries).get('email'), password: new URLSearchParams(entries).get('password') });
        else expect(parsed.values).toBeNull();
        expect(({} as { email?: string }).email).toBeUndefined();
      }),
    );
  });
});

describe('sizes', () => {
  test('an address of 32,000 combining marks is refused for its size, before anything is done with it', () => {
    expect(parseForm(signInForm, new URLSearchParams({ email: '\u0301'.repeat(32_000), password: 'x' })).errors).toEqual({ email: 'email_invalid' });
  });

  test.each(FORMS.flatMap((form) => Object.keys(form.fields).map((name) => ({ form, name, path: form.path('en') }))))(
    '$path bounds its $name',
    ({ form, name }) => {
      expect(parseForm(form, new URLSearchParams({ [name]: 'x'.repeat(10_000) })).errors).toHaveProperty(name);
    },
  );

  test('no password that the policy takes is too long for its field', () => {
    expect(nextField.schema.safeParse('x'.repeat(MAX_PASSWORD_BYTES)).success).toBe(true);
  });
});

test('the forms of the proof page are told apart by their constants, and by nothing else', () => {
  const meant = (text: string) => [proofByPasswordForm, proofByCodeForm, sendCodeForm].filter((form) => isMeant(form, body(text)));
  expect(meant('proof=current&username=&password=')).toEqual([proofByPasswordForm]);
  expect(meant('proof=email_code&code=')).toEqual([proofByCodeForm]);
  expect(meant('send=1')).toEqual([sendCodeForm]);
  expect(meant('send=2&proof=recovery&code=1')).toEqual([]);
});
