import { Forbidden } from '#domain/core/errors.ts';
import { ownAddress } from '#server/front/screening/own-address.ts';

/** A write comes from our own pages, by the browser's word: a second lock behind the front's. */
export function checkOrigin(request: Request, own: URL): void {
  const origin = request.headers.get('origin');
  const ours = origin === null ? request.headers.get('sec-fetch-site') === 'same-origin' : ownAddress(own).isOrigin(origin);
  if (!ours) throw new Forbidden('role', 'This form came from another site.');
}
