import { type Given, wordsOf } from './given.ts';
import { Time } from '#ui/time.tsx';

/** When we speak next. */
export function NextUpdate({ given }: { given: Given }) {
  const { facts, locale } = given;
  if (!facts) return null;
  const words = wordsOf(given);
  if (!facts.nextUpdateBy) return <p>{words.noNextUpdate}</p>;
  return (
    <p>
      {words.nextUpdate} <Time at={facts.nextUpdateBy} locale={locale} />.
    </p>
  );
}
