import { z } from 'zod';
import { BUTTON_FORM_BYTES } from '#model/forms/form.ts';
import { LOCALES, teamPaths } from '#paths';
import { numberIn } from './number.ts';
import type { TeamForm } from './team-form.ts';

/** A word of an address. */
const word = z.string().max(100, 'not_a_form');

export const startDraftForm = {
  name: 'start-draft',
  path: teamPaths.startDraft(),
  maxBytes: BUTTON_FORM_BYTES,
  fields: {
    kind: { schema: z.enum(['advisory', 'note'], 'not_a_form') },
    slug: { schema: word },
    update: { schema: word },
    locale: { schema: z.enum(LOCALES, 'not_a_form') },
  },
} as const satisfies TeamForm;

/** Bytes of a text, encoded for a form: three for each byte at most, and the other fields. */
export const MAX_TEXT_BYTES = 3 * 256 * 1024 + 1024;

export const saveDraftForm = {
  name: 'save-draft',
  path: teamPaths.saveDraft(':id'),
  maxBytes: MAX_TEXT_BYTES,
  fields: {
    version: { schema: numberIn('not_a_form') },
    // Browsers write every line's end of a form as CR LF.
    source: { schema: z.string().transform((text) => text.replaceAll('\r\n', '\n')) },
  },
} as const satisfies TeamForm;

export const followSourceForm = {
  name: 'follow-source',
  path: teamPaths.followSource(':id'),
  maxBytes: BUTTON_FORM_BYTES,
  fields: {
    /** Empty for a draft that names nothing yet. */
    named: { schema: z.union([z.literal('').transform(() => null), numberIn('not_a_form')], 'not_a_form') },
    revision: { schema: numberIn('not_a_form') },
  },
} as const satisfies TeamForm;

export const sayHereForm = {
  name: 'say-here',
  path: teamPaths.sayHere(':id'),
  maxBytes: BUTTON_FORM_BYTES,
  fields: { writing: { schema: z.enum(['yes', 'no'], 'not_a_form') } },
} as const satisfies TeamForm;
