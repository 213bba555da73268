import { z } from 'zod';
import { type FactsEntries, factsEntries } from '#compiler/facts-form/entries.ts';
import { factsGaps, type Gap } from '#compiler/facts-form/facts-gaps.ts';
import { factsSource } from '#compiler/templates/facts-source.ts';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { LOCALES, type Locale } from '#paths';
import { factsInHand } from './facts-in-hand.ts';

/** The most things that a form asks for at once: more is written in its YAML. */
const MAX_ENTRIES = 2_000;

export interface FactsDraftView {
  incident: number;
  slug: string;
  version: number;
  /** The newest facts revision, which a save names; 0 where there is none. */
  base: number;
  /** ISO 8601; null where nobody has saved in the studio. */
  savedAt: string | null;
  source: string;
  /** Facts that came by another way since; null where none did. */
  other: string | null;
  /** Of the site. */
  locales: readonly Locale[];
  /** What the form shows; null where it can't: the YAML is not readable, or holds too much. */
  form: FactsEntries | null;
  gaps: Gap[];
}

/** The facts of an incident as they are being written. Throws NotFound when there is no such incident, or it has none. */
export const readFactsDraft = query({
  name: 'facts-drafts/read-facts-draft',
  input: z.strictObject({ incident: z.int().positive() }),
  async run({ db, now }, { incident }): Promise<FactsDraftView> {
    const [row, hand, site] = await Promise.all([db.incident.findUnique({ where: { id: incident } }), factsInHand(db, incident), publishedSite(db)]);
    if (!row || !hand) throw new NotFound();
    const locales = site?.locales ?? LOCALES;
    const form = factsEntries(hand.source, locales);
    return {
      incident,
      slug: row.slug,
      version: hand.version,
      base: hand.newest?.id ?? 0,
      savedAt: hand.savedAt?.toISOString() ?? null,
      source: hand.source,
      other: hand.isMoved ? factsSource({ ...hand.newest?.facts }) : null,
      locales,
      form: form && form.entries.length <= MAX_ENTRIES ? form : null,
      gaps: factsGaps(hand.source, locales, { now, site }),
    };
  },
});
