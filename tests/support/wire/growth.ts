/** Milliseconds that a measurement takes at least: what is shorter says more of the clock than of the work. */
const MEASURED_MS = 5;
const TRIES = 24;
/** So often at most, and no more once it took so long: what is long is disturbed by little. */
const SAMPLES = 5;
const SAMPLED_MS = 100;

/**
 * How many times as much work twice the input is: about 2 for what is linear, 4 for what tries again from each place. Of several
 * measurements the shortest, and of several ratios the least, until one is below `enough`: a machine that is busy with something else makes work longer, and never shorter.
 */
export function growth(run: (length: number) => unknown, length: number, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  let times = 1;
  while (took(() => run(length), times) < MEASURED_MS) times *= 2;
  for (let time = 0; time < TRIES && least > enough; time += 1) {
    const [once, twice] = [shortest(() => run(length), times), shortest(() => run(2 * length), times)];
    least = Math.min(least, twice / once);
  }
  return least;
}

function shortest(run: () => unknown, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let sample = 0; sample < SAMPLES && spent < SAMPLED_MS; sample += 1) {
    const ms = took(run, times);
    spent += ms;
    least = Math.min(least, ms);
  }
  return least;
}

function took(run: () => unknown, times: number): number {
  const began = performance.now();
  for (let time = 0; time < times; time += 1) run();
  return performance.now() - began;
}
