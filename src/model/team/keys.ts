import { z } from 'zod';
import { BUTTON_FORM_BYTES } from '#model/forms/form.ts';
import { teamPaths } from '#paths';
import type { TeamForm } from './team-form.ts';

// What is typed is bounded by its verb.
export const makeKeyForm = {
  name: 'make-key',
  path: teamPaths.makeKey(),
  maxBytes: BUTTON_FORM_BYTES,
  fields: {
    name: { schema: z.string() },
    days: {
      schema: z
        .string()
        .trim()
        .regex(/^[1-9][0-9]{0,2}$/, 'key_days')
        .transform(Number),
    },
  },
} as const satisfies TeamForm;

export const revokeKeyForm = { name: 'revoke-key', path: teamPaths.revokeKey(':id'), maxBytes: BUTTON_FORM_BYTES, fields: {} } as const satisfies TeamForm;
