import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import type { Accepted, Standing } from '#domain/publishing/approved/standing.ts';
import { MAX_STANDING } from '#model/team/review.ts';

/** What an approver says of the findings that a text was submitted with. */
export const acceptance = {
  /** The warnings that are ticked, by their places among all findings, counted from 0. */
  ticked: z.array(z.int().nonnegative()).max(MAX_STANDING, 'not_a_form').default([]),
  /** Why each error may stand, in their order. */
  reasons: z.array(z.string().max(1000, 'waiver_long').trim()).max(MAX_STANDING, 'not_a_form').default([]),
};

/** Joins what stands with what an approver says of it. Throws Invalid: `not_ticked` for a warning, `waiver_missing` for an error without a reason. */
export function acceptAll(standing: readonly Standing[], { ticked, reasons }: { ticked: readonly number[]; reasons: readonly string[] }): Accepted[] {
  const known = new Set(ticked);
  if (standing.some(({ severity }, index) => severity === 'warning' && !known.has(index))) throw new Invalid({ ticked: 'not_ticked' });
  const left = [...reasons];
  return standing.map(({ rule, severity, line, column, words }) => {
    const reason = severity === 'error' ? (left.shift() ?? '') : null;
    if (reason === '') throw new Invalid({ reasons: 'waiver_missing' });
    return { rule, severity, line, column, words, reason };
  });
}
