/** Resolves at the first SIGINT or SIGTERM; further ones change nothing, since the process is stopping already. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}
