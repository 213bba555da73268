import type { MadeKey } from '#domain/keys/make-key.ts';
import { teamPaths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { Time } from '#ui/time.tsx';

/** A key that approves, this one time. */
export function ShownKeyPage({ frame, made }: { frame: Frame; made: MadeKey }) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('keys.shown.title')} current="account" signedIn>
      <div className="one">
        <h1>{t('keys.shown.title')}</h1>
        <p>{t('keys.shown.once')}</p>
        <p>
          {t.rich('keys.shown.label', { name: <bdi key="name">{made.name}</bdi> })}
          <br />
          <bdi className="key" dir="ltr">
            {made.secret}
          </bdi>
        </p>
        <p>{t.rich('keys.shown.until', { at: <Time key="at" at={made.expiresAt} locale={locale} /> })}</p>
        <p>
          {t('keys.shown.how')}
          <br />
          <code dir="ltr">candor content push --publish --approved-by key.txt</code>
        </p>
        <p className="actions">
          <a className="btn" href={teamPaths.keys()}>
            {t('keys.shown.kept')}
          </a>
        </p>
      </div>
    </Page>
  );
}
