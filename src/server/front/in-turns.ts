/** Milliseconds of a turn of the event loop that private requests may take: a reader of a public page waits so much longer, however many come at once. */
const BUDGET_MS = 2;

/** Does work in the order in which it came, and as much in a turn of the event loop as its budget allows: between turns, public pages are answered. */
export function inTurns(): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  let next = 0;
  const turn = () => {
    for (const end = performance.now() + BUDGET_MS; next < waiting.length && performance.now() < end; next += 1) waiting[next]?.();
    if (next < waiting.length) return void setImmediate(turn);
    waiting = [];
    next = 0;
  };
  return (work) => {
    waiting.push(work);
    if (waiting.length === 1) setImmediate(turn);
  };
}
