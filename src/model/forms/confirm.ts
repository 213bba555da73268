import { z } from 'zod';
import { paths } from '#paths';
import { askPasskeyFields, passkeyFields } from './factors/passkey-answer.ts';
import { codeSchema, presentPasswordSchema } from './fields.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

/** In UTF-16 units. */
const MAX_PATH = 200;
/** In UTF-16 units: more than what any form that asks for it holds. */
const MAX_CARRIED = 16_384;

/** What leads on afterwards, in each form of the page. */
const onward = {
  /** An own path of the account; whatever else is typed leads to the account. */
  to: { schema: z.string().max(MAX_PATH, 'not_a_form') },
  /** What was typed before the question came up, as it was posted; empty where nothing was. */
  carried: { schema: z.string().max(MAX_CARRIED, 'not_a_form') },
} as const;

/** Shows once more who is there, by the password. */
export const confirmByPasswordForm = {
  path: paths.confirm,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    ...onward,
    by: { schema: z.literal('password', 'not_a_form') },
    password: {
      schema: presentPasswordSchema('password_wrong'),
      label: 'field.currentPassword',
      input: { type: 'password', autoComplete: 'current-password' },
    },
  },
} as const satisfies Form;

/** … by a code of an authenticator app, or a recovery code. */
export const confirmByCodeForm = {
  path: paths.confirm,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    ...onward,
    by: { schema: z.literal('code', 'not_a_form') },
    code: { schema: codeSchema, label: 'field.factorCode', input: { autoCapitalize: 'characters', autoComplete: 'one-time-code' } },
  },
} as const satisfies Form;

/** One button: … by a passkey. */
export const askToConfirmForm = {
  path: paths.confirm,
  maxBytes: TYPED_FORM_BYTES,
  fields: { ...onward, ...askPasskeyFields },
} as const satisfies Form;

/** What the browser answers. */
export const confirmByPasskeyForm = {
  path: paths.confirm,
  maxBytes: TYPED_FORM_BYTES,
  fields: { ...passkeyFields, ...onward },
} as const satisfies Form;
