import type { components } from '#ui/mdx/components.tsx';

type Name = keyof ReturnType<typeof components>;

interface Word {
  /** Allowed attributes: a literal string, an instant, or a name that stands alone. */
  attributes: Record<string, 'string' | 'instant' | 'flag'>;
  required: string[];
  /** Reads the incident's facts. */
  facts: boolean;
  /** May hold text. */
  content: boolean;
  /** Stands in a sentence; the others stand alone. */
  inline: boolean;
}

const fromFacts: Word = { attributes: {}, required: [], facts: true, content: false, inline: false };

/** The components that a post may use; `ui/mdx` renders each. */
export const VOCABULARY: Readonly<Record<Name, Word>> = Object.freeze({
  Note: { attributes: {}, required: [], facts: false, content: true, inline: false },
  Time: { attributes: { at: 'instant', date: 'flag' }, required: ['at'], facts: false, content: false, inline: true },
  Platforms: fromFacts,
  TrustedStores: fromFacts,
  DataInvolved: fromFacts,
  Measures: fromFacts,
  NextUpdate: fromFacts,
  Statement: fromFacts,
  Action: { attributes: { cohort: 'string' }, required: ['cohort'], facts: true, content: true, inline: false },
});

/** The entry of a component; prototype keys are no components. */
export function wordOf(name: string): Word | undefined {
  return Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name as Name] : undefined;
}
