import { z } from 'zod';
import { TYPED_FORM_BYTES } from '#model/forms/form.ts';
import { LOCALES, teamPaths } from '#paths';
import { numberIn } from './number.ts';
import type { TeamForm } from './team-form.ts';
import { INCIDENT_TEMPLATES, UPDATE_TEMPLATES } from './templates.ts';

// What is typed is bounded by its verb.
const typed = z.string();
/** In which whoever begins it writes. */
const locale = z.enum(LOCALES, 'not_a_form');

export const startIncidentForm = {
  name: 'start-incident',
  path: teamPaths.startIncident(),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    template: { schema: z.enum(INCIDENT_TEMPLATES, 'not_a_form') },
    title: { schema: typed },
    slug: { schema: typed },
    detectedAt: { schema: typed },
    locale: { schema: locale },
  },
} as const satisfies TeamForm;

export const startUpdateForm = {
  name: 'start-update',
  path: teamPaths.startUpdate(),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    post: { schema: numberIn('post_missing') },
    status: { schema: z.enum(UPDATE_TEMPLATES, 'not_a_form') },
    slug: { schema: typed },
    locale: { schema: locale },
  },
} as const satisfies TeamForm;

export const startNoteForm = {
  name: 'start-note',
  path: teamPaths.startNote(),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    title: { schema: typed },
    slug: { schema: typed },
    /** As they are ticked. */
    locales: { schema: z.array(locale) },
    locale: { schema: locale },
  },
} as const satisfies TeamForm;

export const discardForm = {
  name: 'discard-draft',
  path: teamPaths.discardNow(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { version: { schema: numberIn('not_a_form') }, scope: { schema: z.enum(['language', 'text'], 'not_a_form') } },
} as const satisfies TeamForm;

export const renameForm = {
  name: 'rename-draft',
  path: teamPaths.renameNow(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { slug: { schema: typed }, from: { schema: typed } },
} as const satisfies TeamForm;
