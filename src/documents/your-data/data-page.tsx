import { downloadDataForm } from '#model/forms/download-data.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';

const PARTS = ['account', 'signIns', 'proofs', 'incidents', 'apps'] as const;

/** What the file about one's own account holds, before it is downloaded. */
export function DataPage({ frame }: { frame: Frame }) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('yourData.title')} current="account" signedIn>
      <div className="one">
        <h1>{t('yourData.title')}</h1>
        <p className="lede">{t('yourData.what')}</p>
        <ul>
          {PARTS.map((part) => (
            <li key={part}>{t(`yourData.part.${part}`)}</li>
          ))}
        </ul>
        <p className="mt-4">{t('yourData.notIn')}</p>
        <p>{t('yourData.care')}</p>
        <form method="post" action={downloadDataForm.path(locale)}>
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('yourData.submit')}
            </button>
            <a href={paths.account(locale)}>{t('account.back')}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
