import type { Status } from '#model/facts.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';

/**
 * What new texts and facts begin from, in one language. A slot in braces is filled when the text is made: `{brand}`, `{host}`, `{menuPath}`,
 * `{security}`, `{press}`, `{noticeId}`, `{now}`, `{genuine}`, `{contact}`. What nobody can know before is `TODO` with a hint, which the checks refuse.
 */
export interface Templates {
  advisories: Record<IncidentTemplate, AdvisoryWords>;
  /** The last section of every advisory: how to see that it is real, and whom to ask. */
  more: string;
  updates: Record<Status, PostWords>;
  note: PostWords;
  /** Sentences of `incident.yaml` that are still to be written. */
  facts: Record<FactsWord, string>;
  /** The same where they can be said before anything is known: those of the holding notice. */
  holding: Record<HoldingWord, string>;
}

export interface PostWords {
  title: string;
  summary: string;
  /** MDX. */
  body: string;
}

/** The parts of an advisory, MDX each. */
export interface AdvisoryWords extends Omit<PostWords, 'body'> {
  lead: string;
  happened: string;
  information: string;
  doing: string;
  canDo: string;
}

export type HoldingWord = 'title' | 'howFound' | 'cause' | 'sources' | 'gaps' | 'measure' | 'notAffected' | 'interimAdvice' | 'role' | 'statement';
export type FactsWord =
  | Exclude<HoldingWord, 'interimAdvice'>
  | 'basis'
  | 'consequence'
  | 'cohortLabel'
  | 'cohortBasis'
  | 'reason'
  | 'ifNot'
  | 'sideEffect'
  | 'lastingAdvice';
