import type { Corrected, CorrectedChange, PublishedPost } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';
import { Time } from '#ui/time.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import type { View } from '#documents/post/view.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

interface CorrectionsProps {
  /** Of the texts that the page shows, in its language; the oldest first. */
  corrected: readonly Corrected[];
  /** A note has none. */
  facts: Facts | null;
  alone: PublishedPost['alone'];
  view: View;
}

/** What was wrong stays readable beside what is right; and what went out before a second person had seen it, with the reason in its own words. */
export function Corrections({ corrected, facts, alone, view }: CorrectionsProps) {
  const { locale, t } = view;
  const corrections = facts?.corrections ?? [];
  if (corrections.length + corrected.length + alone.length === 0) return null;
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
      {corrected.map((entry) => (
        <Changed key={entry.at} entry={entry} view={view} />
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

/** What one publication changed that readers act on. */
function Changed({ entry: { at, changes, why }, view }: { entry: Corrected; view: View }) {
  const { locale, t } = view;
  return (
    <dl className="facts">
      <div>
        <dt>{t('correction.changedAt')}</dt>
        <dd>
          <Time at={at} locale={locale} />
        </dd>
      </div>
      {changes.map((change) => (
        <div key={JSON.stringify(change)}>
          <dt>{change.kind === 'platform' ? <bdi>{t(`word.platform.${change.platform}`)}</bdi> : t(`correction.kind.${change.kind}`)}</dt>
          <dd>
            <Was change={change} view={view} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('correction.whyChanged')}</dt>
        <dd dir="auto">{why ?? t('correction.noReason')}</dd>
      </div>
    </dl>
  );
}

function Was({ change, view: { t, locale } }: { change: CorrectedChange; view: View }) {
  const value = (side: 'was' | 'is') => {
    if (change.kind === 'platform') {
      const line = change[side];
      if (line === null) return null;
      if (line.action === 'none') return t('component.nothingToDo');
      return line.fixedVersion === undefined ? t('component.upgrade') : t.rich('home.upgradeTo', { version: <bdi>{line.fixedVersion}</bdi> });
    }
    const words = change[side];
    if (words === null) return null;
    return change.kind === 'promise' ? <Time at={words} locale={locale} /> : <bdi>{words}</bdi>;
  };
  const [was, is] = [value('was'), value('is')];
  return (
    <>
      {was !== null && <del>{was}</del>} {is !== null && <ins>{is}</ins>}
    </>
  );
}
