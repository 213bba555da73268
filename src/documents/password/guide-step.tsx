import type { ReactNode } from 'react';
import { Page } from '#ui/page/page.tsx';
import type { Frame } from '#ui/page/frame.ts';

const STEPS = [1, 2, 3, 4] as const;

interface GuideStepProps {
  frame: Frame;
  step: (typeof STEPS)[number];
  title: string;
  /** To the step before; none once the password is changed. */
  back?: string;
  invalid?: boolean;
  /** Above everything: what is wrong with the form. */
  errors?: ReactNode;
  children: ReactNode;
}

/** One question of the guide, and how far along it is. */
export function GuideStep({ frame, step, title, back, invalid = false, errors, children }: GuideStepProps) {
  const { t } = frame;
  return (
    <Page frame={frame} title={title} current="account" signedIn invalid={invalid}>
      <div className="one">
        {errors}
        {back && (
          <p className="meta">
            <a href={back}>{t('guide.back')}</a>
          </p>
        )}
        <div className="steps" aria-hidden="true">
          {STEPS.map((each) => (
            <span key={each} {...(each <= step && { className: 'on' })} />
          ))}
        </div>
        <p className="meta">{t('guide.step', { step, of: STEPS.length })}</p>
        <h1>{title}</h1>
        {children}
      </div>
    </Page>
  );
}
