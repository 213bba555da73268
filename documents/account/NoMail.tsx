import { t } from '#documents/messages.ts';
import { paths } from '#paths';
import type { Frame } from './frame.ts';

/** For somebody who no longer reads mail at the address on file. */
export function NoMail({ frame: { locale, site } }: { frame: Frame }) {
  const say = t(locale);
  const { phone, post } = site.contacts;
  return (
    <section>
      <h2>{say('guide.noMail.title')}</h2>
      <p>{say('guide.noMail.spam')}</p>
      <p>
        {say.rich('guide.noMail.contacts', {
          phone: (
            <a key="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{phone}</bdi>
            </a>
          ),
          post: <bdi key="post">{post}</bdi>,
        })}
      </p>
      <p>
        <a href={paths.help(locale)}>{say('signIn.help')}</a>
      </p>
    </section>
  );
}
