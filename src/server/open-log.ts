import { createWriteStream, fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import pino from 'pino';
import { describeFault } from '#server/describe-fault.ts';

const STDOUT = 1;
/** Bytes of lines that nobody has taken yet; with more, lines are lost and counted. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** How long a file that could not be written rests before it is tried again, in milliseconds. */
const REST_MS = 1_000;

/**
 * A log on the standard output that holds nobody up and ends nothing: a reader who stopped reading, a pipe that is closed, a disk that is
 * full or hangs cost lines, and the first line that is taken again says how many at least. An error under `err` is kept as `describeFault` has it.
 */
export function openLog(level: string): pino.Logger {
  return pino({ level, serializers: { err: describeFault } }, withoutWaiting());
}

function withoutWaiting(): pino.DestinationStream {
  const kind = fstatSync(STDOUT);
  // A write to a pipe waits for its reader, and would hold a thread until the end and the end itself; Node's own stream for it does not wait.
  const isPipe = kind.isFIFO() || kind.isSocket() || isatty(STDOUT);
  let lost = 0;
  let restUntil = 0;
  const open = (): Writable => {
    const opened = isPipe ? process.stdout : createWriteStream('', { fd: STDOUT, autoClose: false });
    return opened.on('error', () => {
      lost += 1;
      restUntil = performance.now() + REST_MS;
    });
  };
  let stream = open();
  return {
    write(line) {
      if (stream.destroyed && !isPipe && performance.now() >= restUntil) stream = open();
      if (stream.destroyed || stream.writableLength + line.length > MAX_WAITING_BYTES) {
        lost += 1;
        return;
      }
      if (lost > 0) stream.write(`${JSON.stringify({ level: pino.levels.values.warn, time: Date.now(), lost, msg: 'lines of the log were lost' })}\n`);
      lost = 0;
      stream.write(line);
    },
  };
}
