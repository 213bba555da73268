const stops: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | null = null;

/** Does one step of a start and says how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  console.log(`  … ${name}`);
  const result = await work();
  console.log(`  ✓ ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Has something undone when the process ends: the last first. Undone at once when it is ending already. */
export function onStop(stop: () => Promise<void> | void): void {
  if (stopping) void stop();
  else stops.push(stop);
}

/** Undoes everything once, however often it is asked, then ends the process. */
export function stopAll(code: number): Promise<void> {
  stopping ??= (async () => {
    console.log('\nStopping …');
    for (const stop of stops.reverse()) await Promise.resolve(stop()).catch((error) => console.error(error));
    process.exit(code);
  })();
  return stopping;
}
