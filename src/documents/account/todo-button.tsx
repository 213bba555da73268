import type { I18n } from '#ui/i18n.ts';
import type { Todo } from '#domain/status/account-view.ts';
import type { Facts } from '#model/facts.ts';
import { paths } from '#paths';

interface TodoButtonProps {
  kind: Todo['kind'];
  stores: Facts['trustedStores'];
  i18n: I18n;
  primary: boolean;
}

/** What does the step, or leads to where it is done. */
export function TodoButton({ kind, stores, i18n: { locale, t }, primary }: TodoButtonProps) {
  const className = primary ? 'btn' : 'btn q';
  switch (kind) {
    case 'change_password':
      return (
        <a className={className} href={paths.password(locale)}>
          {t('account.todo.change_password.button')}
        </a>
      );
    case 'sign_in_again':
      return (
        <form method="post" action={paths.signOut(locale)}>
          <button className={className} type="submit">
            {t('account.todo.sign_in_again.button')}
          </button>
        </form>
      );
    case 'upgrade_app':
      return (
        <div>
          <p>{t('account.todo.upgrade_app.stores')}</p>
          <ul>
            {stores.map(({ name, url }) => (
              <li key={url}>
                <a href={url}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </div>
      );
  }
}
