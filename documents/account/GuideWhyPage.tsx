import { t } from '#documents/messages.ts';
import type { GuideView } from '#domain/accounts/account-view.ts';
import { paths } from '#paths';
import { Time } from '#ui/Time.tsx';
import type { Frame } from './frame.ts';
import { GuideFor } from './GuideFor.tsx';
import { GuideStep } from './GuideStep.tsx';
import { Words } from './Words.tsx';

/** Step 1: why, and how long it takes. */
export function GuideWhyPage({ frame, guide }: { frame: Frame; guide: GuideView }) {
  const { locale } = frame;
  const say = t(locale);
  return (
    <GuideStep frame={frame} step={1} title={say('guide.why.title')} back={paths.account(locale)}>
      <GuideFor email={guide.email} locale={locale} />
      {guide.reasons.length === 0 && <p>{say('guide.why.own')}</p>}
      {guide.reasons.map(({ slug, title, reason, deadline }) => (
        <section key={slug}>
          <h2>
            <Words text={title} locale={locale} />
          </h2>
          <p>
            <Words text={reason} locale={locale} />
          </p>
          {deadline && <p>{say.rich('account.todo.deadline', { time: <Time key="time" at={deadline} locale={locale} /> })}</p>}
        </section>
      ))}
      <p>
        {say('guide.why.takes', { minutes: guide.minutes })} {say(`guide.why.proof.${guide.proof}`)}
      </p>
      <p>{say('guide.why.nothingYet')}</p>
      <p className="actions submit">
        <a className="btn" href={paths.passwordProof(locale)}>
          {say('guide.continue')}
        </a>
      </p>
    </GuideStep>
  );
}
