import { isImmutable, isPrivatePath, localeOf, paths } from '#paths';
import { runtime } from '../../_http/runtime.ts';

/** The same look-up of the edition as the front's, for hosts without the front: slower, uncompressed, and the same bytes. */
export async function GET(request: Request): Promise<Response> {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const { editions } = runtime();
  const found = (await editions.document(path)) ?? (await editions.document(paths.notFound(localeOf(path))));
  if (!found) return new Response('There is no edition yet.', { status: 503, headers: { 'Retry-After': '5', 'Cache-Control': 'no-store' } });
  const { document, body } = found;
  // What no other route has, a private path too, ends here.
  const cache = isPrivatePath(path) ? 'no-store' : isImmutable(document.path) ? 'public, max-age=31536000, immutable' : 'public, max-age=10';
  const headers = new Headers({ 'Content-Type': document.contentType, ETag: document.etag, 'Cache-Control': cache, 'X-Content-Type-Options': 'nosniff' });
  if (document.csp) headers.set('Content-Security-Policy', document.csp);
  if (document.location) headers.set('Location', document.location);
  return new Response(document.status === 302 ? null : new Uint8Array(body), { status: document.status, headers });
}
