import type { Facts } from '#domain/incidents/facts.ts';
import { Time } from '#ui/Time.tsx';
import { say } from './text-in.ts';
import type { View } from './view.ts';

/** What was wrong stays readable beside what is right. */
export function Corrections({ facts, view }: { facts: Facts; view: View }) {
  const { locale, t } = view;
  if (facts.corrections.length === 0) return null;
  return (
    <section id="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">{t('post.corrections')}</h2>
      {facts.corrections.map(({ at, was, now, why }) => (
        <dl className="facts" key={at}>
          <div>
            <dt>{t('correction.at')}</dt>
            <dd>
              <Time at={at} locale={locale} />
            </dd>
          </div>
          <div>
            <dt>{t('correction.was')}</dt>
            <dd>
              <del>{say(was, locale)}</del>
            </dd>
          </div>
          <div>
            <dt>{t('correction.now')}</dt>
            <dd>
              <ins>{say(now, locale)}</ins>
            </dd>
          </div>
          <div>
            <dt>{t('correction.why')}</dt>
            <dd>{say(why, locale)}</dd>
          </div>
        </dl>
      ))}
    </section>
  );
}
