import type { FactsInShort as Facts } from '#domain/drafts/facts-in-short.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { CATEGORIES } from '#model/facts.ts';
import { oneOf } from '#model/one-of.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

/** What the text rests on, beside it; what is not known says so. */
export function FactsInShort({ facts, i18n }: { facts: Facts; i18n: I18n }) {
  const { t, locale } = i18n;
  const { incident, isWhole, people, access, looked, data, password, causeKnown, nextBy } = facts;
  const unknown = <b className="state rec">{t('facts.choice.unknown')}</b>;
  const number = new Intl.NumberFormat(LANGUAGES[locale].formatTag);
  const span = (from: string | null, to: string | null) =>
    from === null || to === null ? (
      unknown
    ) : (
      <>
        <Time at={from} locale={locale} style="date" /> – <Time at={to} locale={locale} style="date" />
      </>
    );
  const names = data.map((category) => {
    const known = oneOf(CATEGORIES, category);
    return known ? t(`word.category.${known}`) : category;
  });
  const list = new Intl.ListFormat(LANGUAGES[locale].formatTag, { type: 'unit', style: 'short' });
  const rows = [
    { key: 'affected', value: people === null ? unknown : number.format(people) },
    { key: 'access', value: span(access.from, access.to) },
    { key: 'looked', value: span(looked.from, looked.to) },
    { key: 'data', value: names.length === 0 ? t('facts.short.noData') : list.format(names) },
    { key: 'password', value: password === null ? unknown : t(password ? 'facts.short.involved' : 'facts.short.notInvolved') },
    { key: 'cause', value: causeKnown ? t('facts.choice.known') : unknown },
    { key: 'next', value: nextBy === null ? '–' : <Time at={nextBy} locale={locale} style="short" /> },
  ] as const;
  return (
    <section className="facts-short" aria-labelledby="facts-short">
      <h2 id="facts-short">
        {t('facts.short.title')} <a href={teamPaths.facts(String(incident))}>{t('facts.short.edit')}</a>
      </h2>
      {!isWhole && <p className="state act">{t('facts.short.open')}</p>}
      <dl className="pairs">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`facts.short.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
