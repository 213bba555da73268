import type { I18n } from '#ui/i18n.ts';
import type { IncidentView } from '#domain/status/account-view.ts';
import { Time } from '#ui/time.tsx';
import { categoryList } from '#documents/words/category-list.ts';
import { Words } from '#documents/words/words.tsx';

/** What an account is told about an incident, in a sentence or two. */
export function StateSentence({ incident, i18n }: { incident: IncidentView; i18n: I18n }) {
  const { state, facts, dataInvolved, todo } = incident;
  const { locale, t } = i18n;
  const { from, to, certainty } = facts.occurred;
  const time = (at: string) => <Time at={at} locale={locale} />;
  switch (state) {
    case 'affected':
      return (
        <p className="lede">
          {t.rich('account.state.affected', { data: <bdi>{categoryList(i18n, dataInvolved)}</bdi> })}{' '}
          {t.rich(`account.state.occurred.${certainty}`, { from: time(from), to: time(to) })}{' '}
          {todo.some((step) => !step.done) ? t('account.state.doSteps') : facts.lastingAdvice && <Words text={facts.lastingAdvice} locale={locale} />}
        </p>
      );
    case 'checking':
      return (
        <p className="lede">
          {t('account.state.checking')} {facts.nextUpdateBy && t.rich('account.state.nextUpdate', { time: time(facts.nextUpdateBy) })}{' '}
          {facts.interimAdvice && <Words text={facts.interimAdvice} locale={locale} />}
        </p>
      );
    case 'nothing': {
      const measure = facts.measures.filter((each) => each.state === 'done').at(-1);
      return (
        <p className="lede">
          {t('account.state.nothing')}{' '}
          {measure && (
            <>
              {t.rich('account.state.weDid', { time: time(measure.at) })} <Words text={measure.text} locale={locale} />{' '}
            </>
          )}
          {t('account.state.ifChanges')}
        </p>
      );
    }
    case 'done': {
      const last = todo
        .flatMap((step) => step.doneAt ?? [])
        .sort()
        .at(-1);
      return (
        <p className="lede">
          {last && t.rich('account.state.doneOn', { time: time(last) })} {t('account.state.done')}{' '}
          {dataInvolved.length > 0 && facts.lastingAdvice && <Words text={facts.lastingAdvice} locale={locale} />}
        </p>
      );
    }
    default:
      return <p className="lede">{t.rich(`account.state.${state}`, { time: time(facts.asOf) })}</p>;
  }
}
