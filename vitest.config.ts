import { defineConfig } from 'vitest/config';

/** They start processes and then mostly wait for them: two at once take half the time. */
const PATIENT = ['account-import', 'killed-recovery', 'nameless-user', 'old-cookies', 'runbook', 'stopping', 'trouble', 'worker'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

export default defineConfig({
  test: {
    pool: 'forks',
    // Above what a busy machine takes: a test fails for what it saw, never for how long it took.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // Nothing that is tested speaks to the world; a service on this machine stands in where one is asked.
    env: { BREACHED_PASSWORDS_URL: 'off' },
    globalSetup: ['tests/support/run/cluster.ts', 'tests/support/run/compile-child.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules', '.next', 'dist', '.candor', 'tests/e2e'],
          sequence: { groupOrder: 0 },
        },
      },
      // One file at a time: each keeps two cores busy with a browser and processes of its own, and two at once save a tenth of the time.
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          exclude: PATIENT,
          fileParallelism: false,
          testTimeout: 150_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'patient',
          include: PATIENT,
          testTimeout: 150_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
