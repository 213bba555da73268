/** Resolves at the first SIGINT or SIGTERM, or when the terminal is gone; further ones change nothing, since the process is stopping already. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
