import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { publishedMeanwhile } from './due-texts.ts';

/**
 * The revision of the site that the next edition has: the one named, or else the one that is live. Throws Invalid when there is none, and Conflict
 * `published_meanwhile` when a newer one is live: who goes back to an earlier site pushes it again.
 */
export async function dueSite(tx: Pick<Transaction, 'siteRevision'>, named: number | undefined, live: number | undefined): Promise<number> {
  const id = named ?? live;
  const found = id === undefined ? null : await tx.siteRevision.findUnique({ where: { id }, select: { id: true } });
  if (!found) throw new Invalid({ site: 'name the revision of the site' }, 'An edition needs a site; nothing was published.');
  if (live !== undefined && found.id < live) throw publishedMeanwhile();
  return found.id;
}
