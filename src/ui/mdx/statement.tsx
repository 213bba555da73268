import { sentenceIn } from '#ui/sentence-in.ts';
import type { Given } from './given.ts';

/** What the press may quote, whole. */
export function Statement({ given }: { given: Given }) {
  const { facts, site, locale, t } = given;
  if (!facts) return null;
  return (
    <figure className="statement">
      <blockquote>
        <p>{sentenceIn(facts.statement, locale)}</p>
      </blockquote>
      <figcaption className="meta">
        {sentenceIn(facts.signedBy.role, locale)}
        {site && (
          <>
            , <bdi>{site.brand}</bdi>
          </>
        )}
        . {t('component.mayQuote')}
      </figcaption>
    </figure>
  );
}
