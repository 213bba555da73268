import type { FactorsView } from '#domain/credentials/factor/read-factors.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { makeRecoveryCodesForm } from '#model/forms/factors/make-recovery-codes.ts';
import type { I18n } from '#ui/i18n.ts';
import { Added } from './added.tsx';

interface RecoveryCodesProps {
  codes: FactorsView['recoveryCodes'];
  /** Codes stand for a factor: who has none makes none. */
  mayMake: boolean;
  i18n: I18n;
}

/** How many recovery codes are left, and the way to ten new ones. */
export function RecoveryCodes({ codes: { left, added }, mayMake, i18n }: RecoveryCodesProps) {
  const { locale, t } = i18n;
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{t('factors.codes.title')}</h2>
      <p>{t('factors.codes.what')}</p>
      <p>
        {left === 0 ? t('factors.codes.none') : t('factors.codes.left', { n: left })} {added && <Added added={added} i18n={i18n} />}
      </p>
      {mayMake ? (
        <form method="post" action={makeRecoveryCodesForm.path(locale)}>
          <HiddenField form={makeRecoveryCodesForm} name="make" value="codes" />
          {left > 0 && <p>{t('factors.codes.againHint')}</p>}
          <p className="actions">
            <button className="btn q" type="submit">
              {t(left === 0 ? 'factors.codes.make' : 'factors.codes.makeAgain')}
            </button>
          </p>
        </form>
      ) : (
        <p>{t('factors.codes.needFactor')}</p>
      )}
    </section>
  );
}
