import { micromark } from 'micromark';

/** CommonMark as HTML. Raw HTML shows as text, and addresses are http, https, mailto or our own. */
export function markdown(source: string): string {
  return micromark(source);
}
