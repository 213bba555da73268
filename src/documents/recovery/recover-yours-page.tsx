import type { FieldErrors } from '#domain/core/errors.ts';
import type { RecoveryView } from '#domain/recovery/read-recovery.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { AddedItems } from '#documents/additions/added-items.tsx';
import { GuideFor } from '#documents/password/guide-for.tsx';
import { keepRecoveredForm } from '#model/forms/recovery/keep-additions.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { BackLink } from './back-link.tsx';

/** Before the new password: what of the new ways in is this person's own. */
export function RecoverYoursPage({ frame, view, errors }: { frame: Frame; view: RecoveryView; errors: FieldErrors }) {
  const { locale, t } = frame;
  const title = t('added.lately');
  return (
    <Page frame={frame} title={title} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={keepRecoveredForm} />
        <BackLink to={paths.recover(locale)} t={t} />
        <h1>{title}</h1>
        <GuideFor email={view.email} t={t} />
        <p>{t('added.why')}</p>
        <AddedItems form={keepRecoveredForm} additions={view.additions} i18n={frame} />
      </div>
    </Page>
  );
}
