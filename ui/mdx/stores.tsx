import { Fragment } from 'react';
import { type Given, wordsOf } from './given.ts';

/** The only places to install from, in a sentence. */
export function StoreLinks({ given }: { given: Given }) {
  const words = wordsOf(given);
  const stores = given.facts?.trustedStores ?? [];
  return stores.map((store, index) => {
    const between = index === 0 ? '' : index === stores.length - 1 ? words.or : words.comma;
    return (
      <Fragment key={store.url}>
        {between}
        <a href={store.url}>
          <bdi>{store.name}</bdi>
        </a>
      </Fragment>
    );
  });
}

/** The same as a list, each with its address in plain letters. */
export function TrustedStores({ given }: { given: Given }) {
  const stores = given.facts?.trustedStores ?? [];
  if (stores.length === 0) return null;
  return (
    <ul className="stores">
      {stores.map((store) => (
        <li key={store.url}>
          <a href={store.url}>
            <bdi>{store.name}</bdi>
          </a>{' '}
          <span className="meta">
            <bdi>{new URL(store.url).host}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
