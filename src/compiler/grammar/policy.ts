import type { TextKind } from '#compiler/text/front-matter.ts';
import type { Locale } from '#paths';

export interface LinkPolicy {
  /** Our own host as browsers name it, or null where nobody knows it: a file outside any content folder. */
  host: string | null;
  /** Hosts that may be linked without anybody’s consent, with what is below them. */
  trustedDomains: readonly string[];
}

/** What the guard knows of a post beside its text. */
export interface GuardPolicy extends LinkPolicy {
  kind: TextKind;
  locale: Locale;
  /** Names of the incident's cohorts, or null when the post has no facts. */
  cohorts: readonly string[] | null;
}
