import type { Finding, Waivable } from '#compiler/text/finding.ts';

/** What stands somewhere in a text; lines and columns count from 1. What a plugin put in stands nowhere. */
interface Placed {
  position?: { start: { line: number; column: number } } | undefined;
}

/** Says of a part of a text what is wrong with it and how to mend it; an error that nobody may let stand, unless said otherwise. */
export type Report = (rule: string, node: Placed, message: string, severity?: Finding['severity'], waivable?: Waivable) => void;
