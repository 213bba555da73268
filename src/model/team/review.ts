import { z } from 'zod';
import { BUTTON_FORM_BYTES, TYPED_FORM_BYTES } from '#model/forms/form.ts';
import { LOCALES, teamPaths } from '#paths';
import { numberIn } from './number.ts';
import type { TeamForm } from './team-form.ts';

const number = numberIn('not_a_form');
/** What a decision was made on; empty for facts that are not there. */
const hash = z.string().max(64, 'not_a_form');

/** Of a finding among others, counted from 0. */
const place = z
  .string()
  .regex(/^[0-9]{1,3}$/, 'not_a_form')
  .transform(Number);

/** Findings that a text may be submitted with: more are to be mended first, and each is an entry of a form. */
export const MAX_STANDING = 50;

export const submitForm = {
  name: 'submit-draft',
  path: teamPaths.sendSubmission(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { version: { schema: number }, findings: { schema: hash }, requests: { schema: z.array(z.string()) } },
} as const satisfies TeamForm;

export const approveForm = {
  name: 'approve',
  path: teamPaths.approve(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { sourceHash: { schema: hash }, factsHash: { schema: hash }, ticked: { schema: z.array(place) }, reasons: { schema: z.array(z.string()) } },
} as const satisfies TeamForm;

// What is typed is bounded by its verb.
export const sendBackForm = {
  name: 'send-back',
  path: teamPaths.sendBack(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { sourceHash: { schema: hash }, factsHash: { schema: hash }, reason: { schema: z.string() } },
} as const satisfies TeamForm;

export const commentForm = {
  name: 'comment',
  path: teamPaths.comment(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    /** Empty for all of the text. */
    line: { schema: z.union([z.literal('').transform(() => null), numberIn('line_none')], 'line_none') },
    text: { schema: z.string() },
  },
} as const satisfies TeamForm;

// What is typed is bounded by its verb.
export const askOutsideForm = {
  name: 'ask-outside',
  path: teamPaths.askOutside(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    forWhom: { schema: z.string() },
    days: {
      schema: z
        .string()
        .trim()
        .regex(/^[1-9]$/, 'link_days')
        .transform(Number),
    },
    locale: { schema: z.enum(LOCALES, 'not_a_form') },
  },
} as const satisfies TeamForm;

export const revokeLinkForm = { name: 'revoke-link', path: teamPaths.revokeLink(':id'), maxBytes: BUTTON_FORM_BYTES, fields: {} } as const satisfies TeamForm;

/** One a language, as they are ticked. */
const submissions = z.array(number);

// What is typed is bounded by its verb.
const words = { schema: z.string() };
const short = { schema: z.string().max(60, 'not_a_form') };

export const publishNowForm = {
  name: 'publish-now',
  path: teamPaths.publishNow(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    submission: { schema: submissions },
    /** Empty, as a button alone sends it, is now. */
    when: { schema: z.enum(['', 'now', 'at'], 'not_a_form') },
    date: short,
    time: short,
    zone: short,
    /** Of a time that clocks show twice. */
    which: { schema: z.enum(['', 'earlier', 'later'], 'not_a_form') },
    /** The schedule in whose place it is; empty for none. */
    instead: { schema: z.union([z.literal('').transform(() => null), number], 'not_a_form') },
    /** Why what readers act on changes. */
    why_en: words,
    why_de: words,
    why_ar: words,
  },
} as const satisfies TeamForm;

export const stopScheduleForm = {
  name: 'stop-schedule',
  path: teamPaths.stopSchedule(':id'),
  maxBytes: BUTTON_FORM_BYTES,
  fields: { schedule: { schema: number } },
} as const satisfies TeamForm;

export const publishEarlierForm = {
  name: 'publish-earlier',
  path: teamPaths.publishEarlier(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { revision: { schema: number }, live: { schema: number }, reason: { schema: z.string() } },
} as const satisfies TeamForm;

export const putAwayForm = {
  name: 'put-away-missed',
  path: teamPaths.putAwayMissed(':id'),
  maxBytes: BUTTON_FORM_BYTES,
  fields: { schedule: { schema: number } },
} as const satisfies TeamForm;

export const publishAloneForm = {
  name: 'publish-alone',
  path: teamPaths.publishAlone(':id'),
  maxBytes: TYPED_FORM_BYTES,
  fields: { submission: { schema: submissions }, reason: { schema: z.string() } },
} as const satisfies TeamForm;
