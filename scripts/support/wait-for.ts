const POLL_MS = 100;

/** Waits until `check` holds; a check that throws doesn't hold yet. Throws `failure()` after `withinMs`. */
export async function waitFor(check: () => Promise<boolean>, withinMs: number, failure: () => string): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await check().catch(() => false))) {
    if (Date.now() > end) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
