import type { Given } from './given.ts';
import { Time } from '#ui/time.tsx';

/** When we speak next. */
export function NextUpdate({ given }: { given: Given }) {
  const { facts, locale, t } = given;
  if (!facts) return null;
  if (!facts.nextUpdateBy) return <p>{t('component.noNextUpdate')}</p>;
  return (
    <p>
      {t('component.nextUpdate')} <Time at={facts.nextUpdateBy} locale={locale} />.
    </p>
  );
}
