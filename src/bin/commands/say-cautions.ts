import pino from 'pino';
import type { Config } from '#config';

/** Says in the log, once, at the start of a process that stays, which settings leave something open to others. */
export function sayCautions({ cautions, logLevel }: Config): void {
  const log = pino({ level: logLevel });
  for (const caution of cautions) log.warn(caution);
}
