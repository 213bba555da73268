import type { Facts } from '#model/facts.ts';
import { Time } from '#ui/time.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

/** What was wrong stays readable beside what is right. */
export function Corrections({ facts, view }: { facts: Facts; view: View }) {
  const { locale, t } = view;
  if (facts.corrections.length === 0) return null;
  return (
    <section id={FRAME_IDS.corrections} aria-labelledby={FRAME_IDS.correctionsHeading}>
      <h2 id={FRAME_IDS.correctionsHeading}>{t('post.corrections')}</h2>
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
              <del>{sentenceIn(was, locale)}</del>
            </dd>
          </div>
          <div>
            <dt>{t('correction.now')}</dt>
            <dd>
              <ins>{sentenceIn(now, locale)}</ins>
            </dd>
          </div>
          <div>
            <dt>{t('correction.why')}</dt>
            <dd>{sentenceIn(why, locale)}</dd>
          </div>
        </dl>
      ))}
    </section>
  );
}
