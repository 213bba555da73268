import type { GuideView } from '#domain/password-change/read-guide.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { GuideFor } from './guide-for.tsx';
import { GuideStep } from './guide-step.tsx';
import { Words } from '#documents/words/words.tsx';

/** Step 1: why, and how long it takes. */
export function GuideWhyPage({ frame, guide }: { frame: Frame; guide: GuideView }) {
  const { locale, t } = frame;
  return (
    <GuideStep frame={frame} step={1} title={t('guide.why.title')} back={paths.account(locale)}>
      <GuideFor email={guide.email} t={t} />
      {guide.reasons.length === 0 && <p>{t(guide.breached ? 'guide.why.breached' : 'guide.why.own')}</p>}
      {guide.reasons.map(({ slug, title, reason, deadline }) => (
        <section key={slug}>
          <h2>
            <Words text={title} locale={locale} />
          </h2>
          <p>
            <Words text={reason} locale={locale} />
          </p>
          {deadline && <p>{t.rich('account.todo.deadline', { time: <Time key="time" at={deadline} locale={locale} /> })}</p>}
        </section>
      ))}
      <p>
        {t('guide.why.takes', { minutes: guide.minutes })} {t(`guide.why.proof.${guide.proof}`)}
      </p>
      <p>{t('guide.why.nothingYet')}</p>
      <p className="actions submit">
        <a className="btn" href={paths.passwordProof(locale)}>
          {t('guide.continue')}
        </a>
      </p>
    </GuideStep>
  );
}
