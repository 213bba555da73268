import type { GuideView } from '#domain/password-change/read-guide.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { FieldErrors } from '#domain/core/errors.ts';
import { keepInGuideForm } from '#model/forms/recovery/keep-additions.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { AddedItems } from '#documents/additions/added-items.tsx';
import { GuideStep } from '#documents/password/guide-step.tsx';

/** Before the new password: what of the new ways in is this person's own. */
export function GuideYoursPage({ frame, guide, errors }: { frame: Frame; guide: GuideView; errors: FieldErrors }) {
  const { locale, t } = frame;
  return (
    <GuideStep
      frame={frame}
      step={3}
      title={t('added.title')}
      back={paths.passwordProof(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors t={t} errors={errors} form={keepInGuideForm} />}
    >
      <p>{t('added.why')}</p>
      <AddedItems form={keepInGuideForm} additions={guide.additions} i18n={frame} />
    </GuideStep>
  );
}
