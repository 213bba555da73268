import { Listed } from '#ui/listed.tsx';
import type { Given } from './given.ts';

/** The only places to install from, in a sentence. */
export function StoreLinks({ given }: { given: Given }) {
  const stores = given.facts?.trustedStores ?? [];
  const links = stores.map((store) => (
    <a key={store.url} href={store.url}>
      {store.name}
    </a>
  ));
  return <Listed items={links} locale={given.locale} type="disjunction" />;
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
