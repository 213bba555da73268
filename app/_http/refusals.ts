import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import { NotFound } from '#domain/core/errors.ts';
import { respond } from './respond.ts';
import { page } from './page.ts';

/** A method that this page does not have. */
export const methodNotAllowed = (allow: string) => page('/', async ({ frame }) => respond(RefusalPage({ frame, status: 405 }), 405, { Allow: allow }));

/** A path below a private prefix that is nobody's. */
export const notFound = page('/', async () => {
  throw new NotFound();
});
