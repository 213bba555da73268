/** What a check found in a file; `line` and `column` count from 1. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  line: number;
  column: number;
  /** What is wrong and what to do about it. */
  message: string;
}
