import { z } from 'zod';
import { verb } from '#domain/core/verb.ts';
import { makeEdition } from './make-edition.ts';
import { namedText } from './named-text.ts';

/** More than any folder has texts. */
const MAX_TEXTS = 20_000;

/** Milliseconds: an hour, by which a connection was lost and no publication was long. */
const TIMEOUT_MS = 3_600_000;

/**
 * Publishes exactly the texts and the site that are named, as the next edition; everything else stays as it is live, the site too when none is
 * named. The whole edition is loaded and rendered first: what this returns from is live on every instance within a second, or nothing was
 * published. When all that is named is live already there is no new edition. Throws Invalid, naming the text or page, when it can't be made,
 * and Conflict `published_meanwhile` when something newer than what is named is live.
 */
export const publishContent = verb({
  name: 'publishing/publish',
  input: z.strictObject({ texts: z.array(namedText).max(MAX_TEXTS), site: z.int().positive().optional() }),
  timeoutMs: TIMEOUT_MS,
  run: makeEdition,
  audit: (view) => ({ subject: `edition:${view.edition}`, detail: { published: view.published, site: view.site } }),
});
