import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CheckResult } from '#compiler/folder/check-result.ts';

/** A warning that an author may let stand. */
export const warningSchema = z.object({ rule: z.string(), line: z.number(), column: z.number(), message: z.string() });
export type Warning = z.output<typeof warningSchema>;

/** The warnings among what a check found. */
export function warningsOf({ findings }: CheckResult): Warning[] {
  return findings.filter(({ severity }) => severity === 'warning').map(({ rule, line, column, message }) => ({ rule, line, column, message }));
}

/** By what somebody who lets warnings stand names those that they saw: SHA-256 (hex); empty where there are none. */
export function nameOfWarnings(warnings: readonly Warning[]): string {
  return warnings.length === 0 ? '' : createHash('sha256').update(JSON.stringify(warnings)).digest('hex');
}
