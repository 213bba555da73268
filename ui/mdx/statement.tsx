import { type Given, say, wordsOf } from './given.ts';

/** What the press may quote, whole. */
export function Statement({ given }: { given: Given }) {
  const { facts, site } = given;
  if (!facts) return null;
  return (
    <figure className="statement">
      <blockquote>
        <p>{say(facts.statement, given)}</p>
      </blockquote>
      <figcaption className="meta">
        {say(facts.signedBy.role, given)}
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
