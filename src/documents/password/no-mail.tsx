import { paths } from '#paths';
import type { GuideView } from '#domain/password-change/read-guide.ts';
import { ContactUs } from '#documents/words/contact-us.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { ByFactor } from './prove-by-factor.tsx';

/** For somebody who no longer reads mail at the address on file. */
export function NoMail({ frame, guide = null }: { frame: Frame; guide?: GuideView | null }) {
  const { locale, t } = frame;
  return (
    <section>
      <h2>{t('guide.noMail.title')}</h2>
      <p>{t('guide.noMail.spam')}</p>
      {guide && <ByFactor guide={guide} i18n={frame} />}
      <ContactUs frame={frame} when="guide.noMail.contacts" />
      <p>
        <a href={paths.help(locale)}>{t('signIn.help')}</a>
      </p>
    </section>
  );
}
