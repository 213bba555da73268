import type { VerbName } from '#domain/core/access.ts';
import { TEAM_PAGES, type TeamPage } from '#model/team/team-pages.ts';

/** The query that each page reads: its row in the access table says who may see the page. */
const READS: Record<TeamPage, VerbName> = {
  '/studio': 'studio/read-front-page',
  '/studio/drafts/:id': 'drafts/read-draft',
  '/studio/submit/:id': 'review/read-verdict',
  '/studio/review/:id': 'review/read-submission',
  '/studio/publish/:id': 'publishing/approved/read-publishable',
};

const PAGES = TEAM_PAGES.map((pattern) => ({ shape: new RegExp(`^${pattern.replaceAll(':id', '[0-9]+')}$`), reads: READS[pattern] }));

/** What the page at a path reads; null where there is none. */
export function queryOf(path: string): VerbName | null {
  return PAGES.find(({ shape }) => shape.test(path))?.reads ?? null;
}
