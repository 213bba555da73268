import { teamPaths } from '#paths';

/** The team's pages, with `:id` in the place of a number. */
export const TEAM_PAGES = [
  teamPaths.studio(),
  teamPaths.draft(':id'),
  teamPaths.submit(':id'),
  teamPaths.review(':id'),
  teamPaths.publish(':id'),
  teamPaths.translations(),
  teamPaths.history(),
  teamPaths.historyOf(':id'),
  teamPaths.record(':id'),
] as const;
export type TeamPage = (typeof TEAM_PAGES)[number];
