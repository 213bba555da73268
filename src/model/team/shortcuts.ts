import { z } from 'zod';
import { BUTTON_FORM_BYTES } from '#model/forms/form.ts';
import { teamPaths } from '#paths';
import type { TeamForm } from './team-form.ts';

/** What single keys do on the team's pages, by name; the words are under `shortcuts.of`. */
export const KEYS = {
  rows: ['J', 'K'],
  changes: ['J', 'K'],
  open: ['Enter'],
  diff: ['D'],
  new: ['N'],
  number: ['1', '9'],
  comment: ['C'],
  approve: ['A'],
  back: ['S'],
  go: ['/'],
  all: ['?'],
  finding: ['F8'],
  leave: ['Esc', 'Tab'],
  submit: ['Ctrl', 'Enter'],
} as const;
export type KeyName = keyof typeof KEYS;

export const setShortcutsForm = {
  name: 'set-shortcuts',
  path: teamPaths.setShortcuts(),
  maxBytes: BUTTON_FORM_BYTES,
  fields: { keys: { schema: z.enum(['on', 'off'], 'not_a_form') } },
} as const satisfies TeamForm;
