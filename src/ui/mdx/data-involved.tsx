import { sentenceIn } from '#ui/sentence-in.ts';
import type { Given } from './given.ts';
import { Icon } from './icon.tsx';
import { Time } from '#ui/time.tsx';

/** What was involved, what was not and why we think so, and where we looked. */
export function DataInvolved({ given }: { given: Given }) {
  const { facts, locale, t } = given;
  if (!facts) return null;
  const looked = facts.evidenceLooked;
  return (
    <>
      <div className="pair">
        <div>
          <h3>{t('component.involved')}</h3>
          {facts.dataInvolved.length === 0 && <p>{t('component.noneInvolved')}</p>}
          {facts.dataInvolved.length > 0 && (
            <ul>
              {facts.dataInvolved.map(({ category, effect, evidence }) => (
                <li key={category} className="act">
                  <Icon tone="act" />
                  <span className="ink">
                    {t(`word.category.${category}`)} ({evidence === 'possible' ? `${t('component.possible')} ` : ''}
                    {t(`word.effect.${effect}`)})
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {facts.dataNotInvolved.length > 0 && (
          <div>
            <h3>{t('component.notInvolved')}</h3>
            <ul>
              {facts.dataNotInvolved.map(({ category, basis }) => (
                <li key={category} className="ok">
                  <Icon tone="ok" />
                  <span className="ink">
                    {t(`word.category.${category}`)} <span className="meta">{sentenceIn(basis, locale)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p className="meta">
        {t('component.looked')}: {sentenceIn(looked.sources, locale)} (<Time at={looked.from} style="date" locale={locale} /> –{' '}
        <Time at={looked.to} style="date" locale={locale} />
        ). {sentenceIn(looked.gaps, locale)}
      </p>
    </>
  );
}
