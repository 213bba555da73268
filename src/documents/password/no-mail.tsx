import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';

/** For somebody who no longer reads mail at the address on file. */
export function NoMail({ frame: { locale, t, site } }: { frame: Frame }) {
  const { phone, post } = site.contacts;
  return (
    <section>
      <h2>{t('guide.noMail.title')}</h2>
      <p>{t('guide.noMail.spam')}</p>
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
