import type { OwnAddress } from './own-address.ts';
import type { PrivateRoute } from './private-routes.ts';
import type { Fields } from './read-fields.ts';

const FILE_TYPE = /^multipart\/form-data[ \t]*;/i;
const FORM_TYPES = /^application\/(?:x-www-form-urlencoded|json)[ \t]*(?:;|$)/i;

/** Whether a request has a body, by its framing (RFC 9112 §6). */
export function hasBody(fields: Partial<Record<'content-length' | 'transfer-encoding', string | undefined>>): boolean {
  return fields['transfer-encoding'] !== undefined || (fields['content-length'] !== undefined && Number(fields['content-length']) > 0);
}

/** Whether the framing is one that is read here: a body in another coding would be taken for what it holds. */
export function isFramed(fields: Fields): boolean {
  const coding = fields['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked';
}

/** Judges a POST before its body is read: 403 for one of another site, 413 for too much, 415 for what is no form, or a packed one; null for what may come. */
export function screenPost(fields: Fields, own: OwnAddress, { maxBytes, asksAt }: Pick<PrivateRoute, 'maxBytes' | 'asksAt'>): 403 | 413 | 415 | null {
  const { origin } = fields;
  if (origin === undefined ? fields['sec-fetch-site'] !== 'same-origin' : !own.isOrigin(origin)) return 403;
  if (Number(fields['content-length'] ?? 0) > maxBytes) return 413;
  if ((fields['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return 415;
  return (asksAt === undefined ? FORM_TYPES : FILE_TYPE).test(fields['content-type'] ?? '') ? null : 415;
}
