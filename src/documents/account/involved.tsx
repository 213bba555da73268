import type { I18n } from '#ui/i18n.ts';
import type { IncidentView } from '#domain/status/account-view.ts';
import { Icon } from '#ui/icon.tsx';
import { Time } from '#ui/time.tsx';
import { categoryName } from '#documents/words/category-name.ts';
import { Words } from '#documents/words/words.tsx';

/** Why we think so, what of this account was involved and what was not. */
export function Involved({ incident, i18n }: { incident: IncidentView; i18n: I18n }) {
  const { facts, state, basis, dataInvolved } = incident;
  const { locale, t } = i18n;
  const looked = facts.evidenceLooked;
  // Of the incident, but not of this account.
  const spared = facts.dataInvolved.flatMap(({ category }) => (dataInvolved.includes(category) ? [] : [category]));
  const untouched = facts.dataNotInvolved.filter(({ category }) => !dataInvolved.includes(category) && !spared.includes(category));
  return (
    <>
      <h3>{t('account.why.title')}</h3>
      {basis.map((reason) => (
        <p key={reason.en}>
          <Words text={reason} locale={locale} />
        </p>
      ))}
      <p>
        {t.rich('account.why.looked', {
          sources: <Words text={looked.sources} locale={locale} />,
          from: <Time at={looked.from} locale={locale} style="date" />,
          to: <Time at={looked.to} locale={locale} style="date" />,
        })}{' '}
        {t.rich('account.why.gaps', { gaps: <Words text={looked.gaps} locale={locale} /> })}
      </p>
      {state === 'checking' ? (
        <p>{t('account.involved.unknown')}</p>
      ) : (
        <div className="pair">
          <div>
            <h3>{t('account.involved.yes')}</h3>
            {dataInvolved.length === 0 && <p>{t('account.involved.none')}</p>}
            <ul>
              {dataInvolved.map((category) => (
                <li key={category} className="act">
                  <Icon name="alert" />
                  <span className="ink">{categoryName(i18n, category)}</span>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{t('account.involved.no')}</h3>
            <ul>
              {spared.map((category) => (
                <li key={category} className="ok">
                  <Icon name="check" />
                  <span className="ink">{categoryName(i18n, category)}</span>
                </li>
              ))}
              {untouched.map(({ category, basis: because }) => (
                <li key={category} className="ok">
                  <Icon name="check" />
                  <span className="ink">
                    {categoryName(i18n, category)}{' '}
                    <span className="meta">
                      <Words text={because} locale={locale} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}
