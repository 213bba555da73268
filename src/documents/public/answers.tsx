import type { ReactNode } from 'react';
import type { Category, Facts } from '#model/facts.ts';
import { Listed } from '#ui/listed.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { categoryName } from '#documents/words/category-name.ts';
import type { View } from '#documents/post/view.ts';

/** The first questions about an incident and their answers, each in a line: what to do, whose data, when more is known. */
export function Answers({ facts, view }: { facts: Facts; view: View }) {
  const { locale, t } = view;
  const { kind, n } = facts.peopleAffected;
  const upgrades = facts.platforms.filter(({ action }) => action === 'upgrade');
  const nothing = facts.platforms.filter(({ action }) => action === 'none');
  const [asked, alsoAsked] = new Set(facts.actions.flatMap(({ kind }) => (kind === 'upgrade_app' ? [] : kind)));
  const data = (found: { category: Category }[]) => (
    <Listed items={found.map(({ category }, index) => (index === 0 ? t(`word.category.${category}`) : categoryName(view, category)))} locale={locale} />
  );
  return (
    <dl className="facts">
      {upgrades.map(({ platform, fixedVersion }) => (
        <Answer key={platform} to={t.rich('home.on', { platform: <bdi>{t(`word.platform.${platform}`)}</bdi> })}>
          <StatusBadge tone="recommended">
            {fixedVersion ? t.rich('home.upgradeTo', { version: <bdi>{fixedVersion}</bdi> }) : t('component.upgrade')}
          </StatusBadge>
        </Answer>
      ))}
      {nothing.length > 0 && (
        <Answer
          to={
            upgrades.length > 0
              ? t.rich('home.on', { platform: <Listed items={nothing.map(({ platform }) => t(`word.platform.${platform}`))} locale={locale} /> })
              : t('home.anyDevice')
          }
        >
          <StatusBadge tone="ok">{t('component.nothingToDo')}</StatusBadge>
        </Answer>
      )}
      {asked && (
        <Answer to={t('home.ifAsked')}>
          {t(`home.asked.${alsoAsked ? 'both' : asked}`)} {t('home.accountSays')}
        </Answer>
      )}
      <Answer to={t('home.involved')}>
        {facts.dataInvolved.length > 0 ? data(facts.dataInvolved) : t('component.noneInvolved')}
        {facts.dataInvolved.length > 0 && kind !== 'unknown' && n !== undefined && <> {t(`home.people.${kind}`, { n })}</>}
      </Answer>
      {facts.dataNotInvolved.length > 0 && <Answer to={t('home.notInvolved')}>{data(facts.dataNotInvolved)}</Answer>}
      {facts.nextUpdateBy && (
        <Answer to={t('home.nextUpdate')}>
          {t.rich('home.nextUpdateBy', {
            at: (
              <b>
                <Time at={facts.nextUpdateBy} locale={locale} />
              </b>
            ),
          })}
        </Answer>
      )}
    </dl>
  );
}

function Answer({ to, children }: { to: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{to}</dt>
      <dd>{children}</dd>
    </div>
  );
}
