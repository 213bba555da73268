import type { VerbName } from '#domain/core/access.ts';
import { TEAM_PAGES, type TeamPage } from '#model/team/team-pages.ts';
import { TEAM_READS } from '#model/team/team-reads.ts';
import { teamShape } from '#paths';

/** The query that each page reads: its row in the access table says who may see the page. */
const READS: Record<TeamPage, VerbName> = {
  '/studio': 'studio/read-front-page',
  '/studio/incidents': 'studio/read-incidents',
  '/studio/notes': 'studio/read-notes',
  '/studio/new/incident': 'beginnings/read-beginnings',
  '/studio/new/update': 'beginnings/read-beginnings',
  '/studio/new/note': 'beginnings/read-beginnings',
  '/studio/facts/:id': 'facts-drafts/read-facts-draft',
  '/studio/discard/:id': 'drafts/read-discard',
  '/studio/rename/:id': 'drafts/rename/read-rename',
  '/studio/go': 'studio/go-to',
  '/studio/shortcuts': 'studio/read-shortcuts',
  '/studio/drafts/:id': 'drafts/read-draft',
  '/studio/pictures': 'posts/pictures/list-pictures',
  '/studio/submit/:id': 'review/read-verdict',
  '/studio/review/:id': 'review/read-submission',
  '/studio/publish/:id': 'publishing/approved/read-publishable',
  '/studio/translations': 'translations/list-translations',
  '/studio/history': 'history/newest-events',
  '/studio/history/:id': 'history/read-history',
  '/studio/incidents/:id/record': 'history/record/read-record',
  '/studio/keys': 'keys/read-keys',
};

const PAGES = TEAM_PAGES.map((pattern) => ({ shape: teamShape(pattern), reads: READS[pattern] }));
const ROUTES = TEAM_READS.map(teamShape);

/** What the page at a path reads; null where there is none. */
export function queryOf(path: string): VerbName | null {
  return PAGES.find(({ shape }) => shape.test(path))?.reads ?? null;
}

/** Whether a route answers there itself, to a script or a frame. */
export function isRead(path: string): boolean {
  return ROUTES.some((shape) => shape.test(path));
}
