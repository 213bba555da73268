/**
 * What the frame of a page names. The id of an author's heading is of letters, digits and hyphens (`src/compiler/grammar/sections.ts`): the
 * sign before each of these is what no heading can make.
 */
export const FRAME_IDS = {
  main: '_main',
  updates: '_updates',
  updatesHeading: '_updates-heading',
  corrections: '_corrections',
  correctionsHeading: '_corrections-heading',
  press: '_press',
  pressHeading: '_press-heading',
} as const;
