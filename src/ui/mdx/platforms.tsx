import type { Given } from './given.ts';
import { Listed } from '#ui/listed.tsx';
import { Time } from '#ui/time.tsx';
import { State } from './state.tsx';
import { StoreLinks } from './stores.tsx';

/** A line for each platform; those with nothing to do share one. */
export function Platforms({ given }: { given: Given }) {
  const { facts, locale, t } = given;
  if (!facts) return null;
  const rollout = facts.actions.find((action) => action.kind === 'upgrade_app' && action.rollout)?.rollout;
  const upgrades = facts.platforms.filter(({ action }) => action === 'upgrade');
  const nothing = facts.platforms.filter(({ action }) => action === 'none');
  return (
    <ul className="plat">
      {upgrades.map(({ platform, fixedVersion }) => (
        <li key={platform}>
          <b>
            <bdi>{t(`word.platform.${platform}`)}</bdi>
          </b>
          <State tone="rec">
            {fixedVersion ? (
              <span>
                {t('component.upgradeTo')} <bdi>{fixedVersion}</bdi>
              </span>
            ) : (
              t('component.upgrade')
            )}
          </State>
          <p>
            {rollout && (
              <>
                {t('component.from')} <Time at={rollout.startsAt} style="date" locale={locale} /> {t('component.until')}{' '}
                <Time at={rollout.endsAt} style="date" locale={locale} />.{' '}
              </>
            )}
            {facts.trustedStores.length > 0 && (
              <>
                {t('component.onlyFrom')} <StoreLinks given={given} />.
              </>
            )}
          </p>
        </li>
      ))}
      {nothing.length > 0 && (
        <li>
          <b>
            <Listed items={nothing.map(({ platform }) => t(`word.platform.${platform}`))} locale={locale} />
          </b>
          <State tone="ok">{t('component.nothingToDo')}</State>
        </li>
      )}
    </ul>
  );
}
