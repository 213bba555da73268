import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

interface GoOnPageProps {
  frame: Frame;
  to: string;
  /** Name and value of each field, as they were posted before. */
  fields: (readonly [string, string])[];
}

/** Brings back what somebody was doing when they were asked who they are: one button sends what they had typed. */
export function GoOnPage({ frame, to, fields }: GoOnPageProps) {
  const { locale, t } = frame;
  const title = t('confirm.done');
  return (
    <Page frame={frame} title={title} current="account">
      <div className="one">
        <h1>{title}</h1>
        <p>{t('confirm.kept')}</p>
        <form method="post" action={to}>
          {/* A name may stand twice. */}
          {fields.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('confirm.goOn')}
            </button>
            <a href={paths.account(locale)}>{t('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
