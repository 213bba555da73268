import { teamPaths } from '#paths';

/** The studio's sections, in the order of the head's second line. */
export const SECTIONS = {
  frontPage: teamPaths.studio(),
  incidents: teamPaths.incidents(),
  notes: teamPaths.notes(),
  translations: teamPaths.translations(),
  pictures: teamPaths.pictures(),
  history: teamPaths.history(),
} as const;
export type Section = keyof typeof SECTIONS;
