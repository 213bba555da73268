import { z } from 'zod';
import { MAX_BYTES } from '#compiler/text/limits.ts';
import { verb } from '#domain/core/verb.ts';
import { factsSeen } from './facts-seen.ts';
import { keepFacts, type SavedFactsDraft } from './keep-facts.ts';

/** Keeps the facts of an incident as somebody wrote them in YAML, right or wrong. Throws Conflict `draft_moved`, and NotFound when there is no such incident. */
export const saveFactsSource = verb({
  name: 'facts-drafts/save-facts-source',
  // In UTF-16 units, none of which is less than a byte.
  input: z.strictObject({ ...factsSeen, source: z.string().max(MAX_BYTES, 'text_too_big') }),
  run: (tx, ctx, { source, ...seen }): Promise<SavedFactsDraft> => keepFacts(tx, ctx, seen, source),
  audit: ({ isFirst }, { incident }) => (isFirst ? { subject: `incident:${incident}` } : null),
});
