import type { ReactNode } from 'react';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { Given } from './given.ts';
import { Time } from '#ui/time.tsx';
import { State } from './state.tsx';

/** What one cohort is asked for: by when, why, what else it does and what happens otherwise. The text inside, if any, replaces the reason. */
export function Action({ cohort: name, children, given }: { cohort: string; children?: ReactNode; given: Given }) {
  const { facts, locale, t } = given;
  const cohort = facts?.cohorts.find((candidate) => candidate.name === name);
  const actions = facts?.actions.filter((action) => action.cohort === name) ?? [];
  if (!cohort) return null;
  return (
    <ul className="plat">
      <li>
        <b>{sentenceIn(cohort.label, locale)}</b>
        {actions.length === 0 && <State tone="ok">{t('component.nothingToDo')}</State>}
        {actions.map((action) => (
          <State key={action.kind} tone={action.deadline ? 'act' : 'rec'}>
            {t(`component.asked.${action.kind}`)}
          </State>
        ))}
        {children && <div className="say">{children}</div>}
        {actions.map(({ kind, reason, deadline, rollout, sideEffect, ifNot }) => (
          <p key={kind}>
            {!children && <>{sentenceIn(reason, locale)} </>}
            {deadline && (
              <>
                {t('component.by')} <Time at={deadline} locale={locale} />.{' '}
              </>
            )}
            {rollout && (
              <>
                {t('component.from')} <Time at={rollout.startsAt} style="date" locale={locale} /> {t('component.until')}{' '}
                <Time at={rollout.endsAt} style="date" locale={locale} />.{' '}
              </>
            )}
            {sideEffect && <>{sentenceIn(sideEffect, locale)} </>}
            {ifNot && sentenceIn(ifNot, locale)}
          </p>
        ))}
      </li>
    </ul>
  );
}
