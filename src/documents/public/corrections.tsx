import type { PublishedPost } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';
import { Time } from '#ui/time.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

interface CorrectionsProps {
  /** A note has none. */
  facts: Facts | null;
  alone: PublishedPost['alone'];
  view: View;
}

/** What was wrong stays readable beside what is right; and what went out before a second person had seen it, with the reason in its own words. */
export function Corrections({ facts, alone, view }: CorrectionsProps) {
  const { locale, t } = view;
  const corrections = facts?.corrections ?? [];
  if (corrections.length + alone.length === 0) return null;
  return (
    <section id={FRAME_IDS.corrections} aria-labelledby={FRAME_IDS.correctionsHeading}>
      <h2 id={FRAME_IDS.correctionsHeading}>{t('post.corrections')}</h2>
      {corrections.map(({ at, was, now, why }) => (
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
      {alone.map(({ at, reason }) => (
        <dl className="facts" key={at}>
          <div>
            <dt>{t('correction.publishedAt')}</dt>
            <dd>
              <Time at={at} locale={locale} />
            </dd>
          </div>
          <div>
            <dt>{t('correction.alone')}</dt>
            <dd dir="auto">{reason}</dd>
          </div>
        </dl>
      ))}
    </section>
  );
}
