import { teamPaths } from '#paths';

/** The team's pages, with `:id` in the place of a number. */
export const TEAM_PAGES = [
  teamPaths.studio(),
  teamPaths.incidents(),
  teamPaths.notes(),
  teamPaths.newIncident(),
  teamPaths.newUpdate(),
  teamPaths.newNote(),
  teamPaths.facts(':id'),
  teamPaths.draft(':id'),
  teamPaths.pictures(),
  teamPaths.discard(':id'),
  teamPaths.rename(':id'),
  teamPaths.submit(':id'),
  teamPaths.review(':id'),
  teamPaths.publish(':id'),
  teamPaths.keys(),
  teamPaths.go(),
  teamPaths.shortcuts(),
  teamPaths.translations(),
  teamPaths.history(),
  teamPaths.historyOf(':id'),
  teamPaths.record(':id'),
] as const;
export type TeamPage = (typeof TEAM_PAGES)[number];
