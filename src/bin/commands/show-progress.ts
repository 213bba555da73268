/** Milliseconds of silence: what is over by then needs no progress. */
const QUIET_MS = 1_000;
/** Milliseconds between two lines: on a terminal one is written over the other. */
const TERMINAL_EVERY_MS = 200;
const LOG_EVERY_MS = 5_000;

interface Piece {
  what: string;
  began: number;
  said: number;
}

/** Says on `stream` how far a piece of work has come, at which rate, and how much time is left. `end` leaves the terminal's line clean. */
export function showProgress(stream: { isTTY?: boolean; write(text: string): unknown }, clock: () => number = () => performance.now()) {
  const every = stream.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS;
  let piece: Piece | null = null;
  const clean = () => {
    if (piece && stream.isTTY && piece.said > 0) stream.write('\r\x1b[K');
  };
  return {
    show(what: string, done: number, total?: number): void {
      const now = clock();
      if (piece?.what !== what) {
        clean();
        piece = { what, began: now, said: 0 };
      }
      const { began, said } = piece;
      if (now - began < QUIET_MS || (said > 0 && now - said < every)) return;
      piece.said = now;
      const text = progressText(what, done, total, (now - began) / 1000);
      stream.write(stream.isTTY ? `\r${text}\x1b[K` : `${text}\n`);
    },
    end(): void {
      clean();
      piece = null;
    },
  };
}

function progressText(what: string, done: number, total: number | undefined, seconds: number): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en-US');
  const rate = done / seconds;
  const of = total === undefined ? whole(done) : `${whole(done)} of ${whole(total)}`;
  const left = total === undefined || done === 0 ? '' : `, ${duration((total - done) / rate)} left`;
  return `${what}  ${of}, ${whole(rate)} a second${left}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
