import { z } from 'zod';
import { teamPaths } from '#paths';
import { MAX_TEXT_BYTES } from './drafts.ts';
import { countIn } from './number.ts';
import type { TeamForm } from './team-form.ts';

/** What a save of facts follows: the one before it, and the newest revision. */
const seen = { version: { schema: countIn }, base: { schema: countIn } };
/** Of a list, or of an item; empty for none. The verb says which there are. */
const path = z.string().max(120, 'not_a_form');

export const saveFactsForm = {
  name: 'save-facts',
  path: teamPaths.saveFacts(':id'),
  maxBytes: MAX_TEXT_BYTES,
  fields: { ...seen, add: { schema: path }, remove: { schema: path } },
  // More than any facts have that a form shows.
  rest: { name: /^[a-zA-Z]{1,40}(?:\.[a-zA-Z0-9]{1,40}){0,5}$/, most: 2_100 },
} as const satisfies TeamForm;

export const saveFactsSourceForm = {
  name: 'save-facts-source',
  path: teamPaths.saveFactsSource(':id'),
  maxBytes: MAX_TEXT_BYTES,
  fields: {
    ...seen,
    // Browsers write every line's end of a form as CR LF.
    source: { schema: z.string().transform((text) => text.replaceAll('\r\n', '\n')) },
  },
} as const satisfies TeamForm;
