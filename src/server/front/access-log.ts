import type { Logger } from 'pino';

/** Lines a second about answers that the front gave by itself; the others of that second are counted. */
const LINES_A_SECOND = 200;
const SECOND_MS = 1_000;

/** One answer, in words of our own alone: nothing in it was written by who asked. */
export interface Answered {
  requestId: string;
  method: string;
  /** The pattern of the path, or `404` for one that is nobody's. */
  route: string;
  /** 499 where the client left before it was answered. */
  status: number;
  /** Of the body. */
  bytes: number;
  /** Milliseconds from the head of the request to the answer; for one of the app, to its last byte. */
  ms: number;
}

export interface AccessLog {
  /** What the front answered by itself: a line, or one more in the count of its route and status, since a crowd must not fill the disk. */
  answered(answer: Answered): void;
  /** What the app answered: always a line, since the app's own lines and references have its id. The app can't do so many. */
  handedOn(answer: Answered): void;
}

/** Logs each request, at the level `info`. */
export function accessLog(log: Logger): AccessLog {
  let lines = 0;
  let counts = new Map<string, { route: string; status: number; count: number; bytes: number }>();

  const line = ({ ms, ...answer }: Answered) => log.info({ ...answer, ms: Math.round(ms * 10) / 10 }, 'request');
  const endSecond = () => {
    for (const counted of counts.values()) log.info(counted, 'more requests');
    counts = new Map();
    lines = 0;
  };
  return {
    answered(answer) {
      if (!log.isLevelEnabled('info')) return;
      if (lines === 0) setTimeout(endSecond, SECOND_MS).unref();
      lines += 1;
      if (lines <= LINES_A_SECOND) return line(answer);
      const { route, status, bytes } = answer;
      const key = `${status} ${route}`;
      const known = counts.get(key);
      if (known === undefined) return void counts.set(key, { route, status, count: 1, bytes });
      known.count += 1;
      known.bytes += bytes;
    },
    handedOn: line,
  };
}
