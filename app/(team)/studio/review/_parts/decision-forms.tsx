import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import type { SubmissionView } from '#domain/review/read-submission.ts';
import { approveForm, sendBackForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { LetStand } from './let-stand.tsx';

interface DecisionFormsProps {
  submission: SubmissionView;
  /** One that was refused. */
  kept: KeptForm | null;
  i18n: I18n;
}

/** A second person's word: for it, with each finding that it lets stand; or back to its authors. */
export function DecisionForms({ submission: { id, sourceHash, factsHash, standing }, kept, i18n }: DecisionFormsProps) {
  const { t } = i18n;
  const typedInto = ({ name }: { name: string }) => (kept?.form === name ? new URLSearchParams(kept.body) : null);
  const seen = (
    <>
      <input type="hidden" name="sourceHash" value={sourceHash} />
      <input type="hidden" name="factsHash" value={factsHash} />
    </>
  );
  return (
    <div className="decide">
      <p>{t('review.decision.bound')}</p>
      <form method="post" action={teamPaths.approve(String(id))} data-form={approveForm.name}>
        {seen}
        <LetStand standing={standing} typed={typedInto(approveForm)} i18n={i18n} />
        <button className="btn" type="submit" data-key="a">
          {t('review.decision.approve')}
        </button>
        <p className="meta">{t('review.decision.stepUp')}</p>
      </form>
      <form method="post" action={teamPaths.sendBack(String(id))} data-form={sendBackForm.name}>
        {seen}
        <label htmlFor="reason">{t('review.decision.reason')}</label>
        <textarea
          id="reason"
          name="reason"
          data-key="s"
          rows={3}
          maxLength={2000}
          required
          dir="auto"
          defaultValue={typedInto(sendBackForm)?.get('reason') ?? ''}
        />
        <button className="btn q" type="submit">
          {t('review.decision.back')}
        </button>
      </form>
    </div>
  );
}
