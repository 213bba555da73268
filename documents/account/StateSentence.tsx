import { t } from '#documents/messages.ts';
import type { IncidentView } from '#domain/accounts/account-view.ts';
import type { Locale } from '#paths';
import { Time } from '#ui/Time.tsx';
import { categoryList } from './category-list.ts';
import { Words } from './Words.tsx';

/** What an account is told about an incident, in a sentence or two. */
export function StateSentence({ incident, locale }: { incident: IncidentView; locale: Locale }) {
  const { state, facts, dataInvolved, todo } = incident;
  const say = t(locale);
  const { from, to, certainty } = facts.occurred;
  const time = (at: string) => <Time at={at} locale={locale} />;
  switch (state) {
    case 'affected':
      return (
        <p className="lede">
          {say.rich('account.state.affected', { data: <bdi>{categoryList(locale, dataInvolved)}</bdi> })}{' '}
          {say.rich(`account.state.occurred.${certainty}`, { from: time(from), to: time(to) })}{' '}
          {todo.some((step) => !step.done) ? say('account.state.doSteps') : facts.lastingAdvice && <Words text={facts.lastingAdvice} locale={locale} />}
        </p>
      );
    case 'checking':
      return (
        <p className="lede">
          {say('account.state.checking')} {facts.nextUpdateBy && say.rich('account.state.nextUpdate', { time: time(facts.nextUpdateBy) })}{' '}
          {facts.interimAdvice && <Words text={facts.interimAdvice} locale={locale} />}
        </p>
      );
    case 'nothing': {
      const measure = facts.measures.filter((each) => each.state === 'done').at(-1);
      return (
        <p className="lede">
          {say('account.state.nothing')}{' '}
          {measure && (
            <>
              {say.rich('account.state.weDid', { time: time(measure.at) })} <Words text={measure.text} locale={locale} />{' '}
            </>
          )}
          {say('account.state.ifChanges')}
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
          {last && say.rich('account.state.doneOn', { time: time(last) })} {say('account.state.done')}{' '}
          {dataInvolved.length > 0 && facts.lastingAdvice && <Words text={facts.lastingAdvice} locale={locale} />}
        </p>
      );
    }
    default:
      return <p className="lede">{say.rich(`account.state.${state}`, { time: time(facts.asOf) })}</p>;
  }
}
