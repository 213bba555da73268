/** How processes say that they live, in milliseconds. */
export interface Pace {
  /** Between two words. */
  beatMs: number;
  /** Who has said nothing for so long is gone. */
  goneMs: number;
}

export const PACE: Pace = { beatMs: 5_000, goneMs: 60_000 };
