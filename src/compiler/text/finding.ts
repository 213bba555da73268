/** What a check found in a file; `line` and `column` count from 1. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  line: number;
  column: number;
  /** What is wrong and what to do about it. */
  message: string;
  /** Whether an approver may let it stand: by ticking it, by giving a reason, or never. Without it, an error never may and a warning is ticked. */
  waivable?: Waivable;
  /** Where it can be mended without thinking: what to put in the place of the file's units from one offset to another. */
  fix?: Fix;
  /** Of a text's verdict: it is said of the facts that go with it, and line and column say nothing. */
  of?: 'facts';
}

export type Waivable = 'tick' | 'reason' | 'never';

/** Whether nobody may let it stand: a text with such an error is not shown to anybody but its authors. */
export function isFinal({ severity, waivable }: Pick<Finding, 'severity' | 'waivable'>): boolean {
  return severity === 'error' && waivable !== 'reason';
}

export interface Fix {
  from: number;
  to: number;
  text: string;
}
