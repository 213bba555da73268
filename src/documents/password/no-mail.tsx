import { paths } from '#paths';
import type { GuideView } from '#domain/password-change/read-guide.ts';
import type { Frame } from '#ui/page/frame.ts';
import { ByFactor } from './prove-by-factor.tsx';

/** For somebody who no longer reads mail at the address on file. */
export function NoMail({ frame, guide = null }: { frame: Frame; guide?: GuideView | null }) {
  const { locale, t, site } = frame;
  const { phone, post } = site.contacts;
  return (
    <section>
      <h2>{t('guide.noMail.title')}</h2>
      <p>{t('guide.noMail.spam')}</p>
      {guide && <ByFactor guide={guide} i18n={frame} />}
      <p>
        {t.rich('guide.noMail.contacts', {
          phone: (
            <a key="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{phone}</bdi>
            </a>
          ),
          post: <bdi key="post">{post}</bdi>,
        })}
      </p>
      <p>
        <a href={paths.help(locale)}>{t('signIn.help')}</a>
      </p>
    </section>
  );
}
