import { type Given, sentenceIn, wordsOf } from './given.ts';

/** What the press may quote, whole. */
export function Statement({ given }: { given: Given }) {
  const { facts, site } = given;
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
        . {wordsOf(given).mayQuote}
      </figcaption>
    </figure>
  );
}
