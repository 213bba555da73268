import { sentenceIn } from '#ui/sentence-in.ts';
import type { Given } from './given.ts';
import { Time } from '#ui/time.tsx';
import { State } from './state.tsx';

const TONES = { done: 'ok', doing: 'prog', planned: 'prog' } as const;

/** What was done, is being done and will be, each with its day. */
export function Measures({ given }: { given: Given }) {
  const { facts, locale, t } = given;
  if (!facts) return null;
  return (
    <ul className="list">
      {facts.measures.map(({ text, state, at }) => (
        <li key={`${at} ${sentenceIn(text, locale)}`}>
          <Time at={at} style="date" locale={locale} />
          <span>{sentenceIn(text, locale)}</span>
          <State tone={TONES[state]}>{t(`word.state.${state}`)}</State>
        </li>
      ))}
    </ul>
  );
}
