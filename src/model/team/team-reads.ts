import { teamPaths } from '#paths';

/** What scripts and frames of the team's pages read, with `:id` in the place of a number and `:hash` in that of a SHA-256: no pages, so each says its own status. */
export const TEAM_READS = [
  teamPaths.goFound(),
  teamPaths.factsText(':id'),
  teamPaths.draftText(':id'),
  teamPaths.checkDraft(':id'),
  teamPaths.previewDraft(':id'),
  teamPaths.recordJson(':id'),
  teamPaths.mayAddPicture(),
  teamPaths.picture(':hash'),
] as const;
