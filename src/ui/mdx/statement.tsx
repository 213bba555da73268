import { type Given, sentenceIn } from './given.ts';

/** What the press may quote, whole. */
export function Statement({ given }: { given: Given }) {
  const { facts, site, t } = given;
  if (!facts) return null;
  return (
    <figure className="statement">
      <blockquote>
        <p>{sentenceIn(facts.statement, given)}</p>
      </blockquote>
      <figcaption className="meta">
        {sentenceIn(facts.signedBy.role, given)}
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
