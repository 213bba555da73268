import { z } from 'zod';
import { editFacts } from '#compiler/facts-form/edit-facts.ts';
import { MAX_BYTES } from '#compiler/text/limits.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { verb } from '#domain/core/verb.ts';
import { LOCALES } from '#paths';
import { factsInHand } from './facts-in-hand.ts';
import { factsSeen } from './facts-seen.ts';
import { keepFacts, type SavedFactsDraft } from './keep-facts.ts';

/** Of a field's path with points. */
const path = z.string().max(120, 'not_a_form');

/**
 * Keeps the facts of an incident as a form changed them, right or wrong; `add` names a list that gets one more item, `remove` an item that goes,
 * each empty for none. What the form left alone keeps its bytes. Throws Invalid where the form is not of these facts, Conflict `draft_moved`, and
 * NotFound when there is no such incident.
 */
export const saveFactsFields = verb({
  name: 'facts-drafts/save-facts-fields',
  // In UTF-16 units, none of which is less than a byte.
  input: z.strictObject({ ...factsSeen, fields: z.record(path, z.string().max(MAX_BYTES, 'text_too_big')), add: path, remove: path }),
  async prepare({ db }, { incident, version, fields, add, remove }): Promise<string> {
    const hand = await factsInHand(db, incident);
    if (!hand) throw new NotFound();
    // What was typed belongs to the facts that its author saw.
    if (hand.version !== version) throw new Conflict('draft_moved');
    const locales = (await publishedSite(db))?.locales ?? LOCALES;
    const edit = { typed: new Map(Object.entries(fields)), ...(add !== '' && { add }), ...(remove !== '' && { remove }) };
    const source = editFacts(hand.source, locales, edit);
    if (source === null) throw new Invalid({ form: 'not_a_form' });
    if (Buffer.byteLength(source) > MAX_BYTES) throw new Invalid({ form: 'text_too_big' });
    return source;
  },
  run: (tx, ctx, { incident, version, base }, source): Promise<SavedFactsDraft> => keepFacts(tx, ctx, { incident, version, base }, source),
  audit: ({ isFirst }, { incident }) => (isFirst ? { subject: `incident:${incident}` } : null),
});
