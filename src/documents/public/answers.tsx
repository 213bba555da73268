import type { ReactNode } from 'react';
import type { Category, Facts } from '#model/facts.ts';
import type { Locale } from '#paths';
import { Listed } from '#ui/listed.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { WORDS } from '#ui/mdx/words.ts';
import type { View } from '#documents/post/view.ts';

/** The first questions about an incident and their answers, each in a line: what to do, whose data, when more is known. */
export function Answers({ facts, view }: { facts: Facts; view: View }) {
  const { locale, t } = view;
  const words = WORDS[locale];
  const { kind, n } = facts.peopleAffected;
  const upgrades = facts.platforms.filter(({ action }) => action === 'upgrade');
  const nothing = facts.platforms.filter(({ action }) => action === 'none');
  const asked = [...new Set(facts.actions.map((action) => action.kind))].filter((action) => action !== 'upgrade_app');
  const data = (found: { category: Category }[]) => (
    <Listed
      items={found.map(({ category }, index) => (index === 0 ? words.categories[category] : midSentence(words.categories[category], locale)))}
      locale={locale}
    />
  );
  return (
    <dl className="facts">
      {upgrades.map(({ platform, fixedVersion }) => (
        <Answer key={platform} to={t.rich('home.on', { platform: <bdi>{words.platforms[platform]}</bdi> })}>
          <StatusBadge tone="recommended">{fixedVersion ? t.rich('home.upgradeTo', { version: <bdi>{fixedVersion}</bdi> }) : words.upgrade}</StatusBadge>
        </Answer>
      ))}
      {nothing.length > 0 && (
        <Answer
          to={
            upgrades.length > 0
              ? t.rich('home.on', { platform: <Listed items={nothing.map(({ platform }) => words.platforms[platform])} locale={locale} /> })
              : t('home.anyDevice')
          }
        >
          <StatusBadge tone="ok">{words.nothingToDo}</StatusBadge>
        </Answer>
      )}
      {asked.length > 0 && (
        <Answer to={t('home.ifAsked')}>
          {t(`home.asked.${asked.length > 1 ? 'both' : asked[0]}`)} {t('home.accountSays')}
        </Answer>
      )}
      <Answer to={t('home.involved')}>
        {facts.dataInvolved.length > 0 ? data(facts.dataInvolved) : words.noneInvolved}
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

/** German keeps its capitals, Arabic has none. */
function midSentence(words: string, locale: Locale): string {
  return locale === 'en' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function Answer({ to, children }: { to: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{to}</dt>
      <dd>{children}</dd>
    </div>
  );
}
