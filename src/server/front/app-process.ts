import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Logger } from 'pino';
import type { Sightings, ToApp, ToFront } from '#server/messages.ts';

/** The app says twice a second that it lives. Without a word for so long, private paths are refused at once … */
const SILENT_MS = 3_000;
/** … and for so long, it is killed and started again; while it starts, its modules are loaded in one go. */
const FROZEN_MS = 10_000;
const STARTING_MS = 30_000;
/** In development a page is compiled in the same process when it is first asked for. */
const DEVELOPMENT_MS = 60_000;
const WATCH_MS = 250;
/** Between a loss and the next start; it doubles with each loss of an app that did not live for `STEADY_MS`. */
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 4_000;
const STEADY_MS = 5_000;
/** How long the app may take to stop by itself. */
const STOP_MS = 3_000;

export type AppState = 'starting' | 'up' | 'silent' | 'down';

export interface AppProcess {
  state(): AppState;
  /** What the app said of database and mail when it last spoke. */
  sightings(): Sightings | null;
  stop(): Promise<void>;
}

interface AppOptions {
  /** The program, which speaks as `messages.ts` says. */
  entry: string;
  dev: boolean;
  log: Logger;
  /** The first message to each app; `number` counts the starts. */
  start: (number: number) => Extract<ToApp, { kind: 'start' }>;
  /** What comes from the app, but for its heartbeat. What it throws ends the app. */
  onMessage: (message: Exclude<ToFront, { kind: 'alive' | 'listening' }>) => void;
  /** The app is silent or gone: nothing that it has not answered yet will be answered in time. */
  onSilence: () => void;
}

/** Starts the app, watches its heartbeat, and starts it again when it is gone or frozen. */
export function startApp(options: AppOptions): AppProcess {
  const { log, dev } = options;
  let child: ChildProcess | null = null;
  let state: AppState = 'down';
  let sightings: Sightings | null = null;
  let heard = performance.now();
  let watched = performance.now();
  let pause = FIRST_PAUSE_MS;
  let starts = 0;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  function launch(): void {
    const began = performance.now();
    const started = fork(options.entry, { serialization: 'advanced' });
    child = started;
    state = 'starting';
    heard = began;
    starts += 1;
    yieldTo(started);
    started.on('message', (message: ToFront) => {
      if (started !== child) return;
      heard = performance.now();
      if (state === 'silent') state = 'up';
      if (message.kind === 'alive') sightings = message.sightings;
      else if (message.kind === 'listening') state = 'up';
      else {
        try {
          options.onMessage(message);
        } catch (err) {
          log.error({ err }, 'the app sent what can’t be used; it is started again');
          started.kill('SIGKILL');
        }
      }
    });
    // Without a listener, a message to a process that has just ended would end this one.
    started.on('error', (err) => log.error({ err }, 'the app'));
    started.once('exit', (code, signal) => {
      state = 'down';
      child = null;
      options.onSilence();
      if (stopping) return;
      pause = performance.now() - began > STEADY_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, MAX_PAUSE_MS);
      log.error({ code, signal, 'again in ms': pause }, 'the app ended');
      timer = setTimeout(launch, pause);
    });
    started.send(options.start(starts));
  }

  const watch = setInterval(() => {
    const now = performance.now();
    const late = now - watched > 4 * WATCH_MS;
    watched = now;
    // This process was not running itself: what the app said meanwhile is still to be read.
    if (late) heard = now;
    if (!child) return;
    const silence = now - heard;
    if (state === 'up' && silence > (dev ? DEVELOPMENT_MS : SILENT_MS)) {
      state = 'silent';
      log.error('the app is silent');
    }
    if (state === 'silent') options.onSilence();
    if (silence > (dev ? DEVELOPMENT_MS : state === 'starting' ? STARTING_MS : FROZEN_MS)) child.kill('SIGKILL');
  }, WATCH_MS);

  launch();
  return {
    state: () => state,
    sightings: () => sightings,
    async stop() {
      stopping = true;
      clearInterval(watch);
      clearTimeout(timer);
      const last = child;
      if (!last) return;
      const exited = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      if (last.connected) last.send({ kind: 'stop' } satisfies ToApp);
      const kill = setTimeout(() => last.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(kill);
    },
  };
}

/** The front is answered first when both want the processor. */
function yieldTo({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system doesn't let us: then they share.
  }
}
