import type { Status } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';

/**
 * What new texts and facts begin from, in one language. A slot in braces is filled when the text is made: `{brand}`, `{host}`, `{menuPath}`,
 * `{legalName}`,
 * the contacts by their names in `site.yaml`, `{noticeId}`, `{now}`, and our own pages `{genuine}`, `{contact}`, `{advisories}`. What nobody can know before is `TODO` with a hint, which the checks refuse.
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
  site: SiteWords;
}

/** What a site of one's own begins with. It is whole: nothing in it is still to be written. */
interface SiteWords {
  /** Where a real notice is found inside the product. */
  menuPath: string;
  /** Its first note. */
  welcome: PostWords;
  /** Titles, and bodies in Markdown. */
  pages: Record<keyof Site['pages'], { title: string; body: string }>;
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
