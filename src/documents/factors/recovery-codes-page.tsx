import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

/** Ten codes, this one time. */
export function RecoveryCodesPage({ frame, codes }: { frame: Frame; codes: readonly string[] }) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('factors.codes.shownTitle')} current="account" signedIn>
      <div className="one">
        <h1>{t('factors.codes.shownTitle')}</h1>
        <p>{t('factors.codes.shownOnce')}</p>
        <ol className="codes" aria-label={t('factors.codes.listed')}>
          {codes.map((code) => (
            <li key={code}>
              <bdi className="key" dir="ltr">
                {code}
              </bdi>
            </li>
          ))}
        </ol>
        <p className="actions">
          <a className="btn" href={paths.factors(locale)}>
            {t('factors.codes.kept')}
          </a>
        </p>
      </div>
    </Page>
  );
}
