import { randomUUID } from 'node:crypto';

/** The front's name for a request: its line in the log has it, and whatever the app says of it. */
const REQUEST_HEADER = 'x-candor-request';

export function requestIdOf(headers: Headers): string {
  return headers.get(REQUEST_HEADER) ?? randomUUID();
}
