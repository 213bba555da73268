import { type Given, wordsOf } from './given.ts';
import { Listed } from '#ui/listed.tsx';
import { Time } from '#ui/time.tsx';
import { State } from './state.tsx';
import { StoreLinks } from './stores.tsx';

/** A line for each platform; those with nothing to do share one. */
export function Platforms({ given }: { given: Given }) {
  const { facts, locale } = given;
  if (!facts) return null;
  const words = wordsOf(given);
  const rollout = facts.actions.find((action) => action.kind === 'upgrade_app' && action.rollout)?.rollout;
  const upgrades = facts.platforms.filter(({ action }) => action === 'upgrade');
  const nothing = facts.platforms.filter(({ action }) => action === 'none');
  return (
    <ul className="plat">
      {upgrades.map(({ platform, fixedVersion }) => (
        <li key={platform}>
          <b>
            <bdi>{words.platforms[platform]}</bdi>
          </b>
          <State tone="rec">
            {fixedVersion ? (
              <span>
                {words.upgradeTo} <bdi>{fixedVersion}</bdi>
              </span>
            ) : (
              words.upgrade
            )}
          </State>
          <p>
            {rollout && (
              <>
                {words.from} <Time at={rollout.startsAt} style="date" locale={locale} /> {words.until} <Time at={rollout.endsAt} style="date" locale={locale} />
                .{' '}
              </>
            )}
            {facts.trustedStores.length > 0 && (
              <>
                {words.onlyFrom} <StoreLinks given={given} />.
              </>
            )}
          </p>
        </li>
      ))}
      {nothing.length > 0 && (
        <li>
          <b>
            <Listed items={nothing.map(({ platform }) => words.platforms[platform])} locale={locale} />
          </b>
          <State tone="ok">{words.nothingToDo}</State>
        </li>
      )}
    </ul>
  );
}
