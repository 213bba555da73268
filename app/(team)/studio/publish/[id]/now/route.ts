import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { chosenTime } from '#domain/publishing/scheduled/chosen-time.ts';
import { schedulePublication } from '#domain/publishing/scheduled/schedule-publication.ts';
import { publishNowForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: publishNowForm,
  by: publishApproved,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { submission: submissions, when, why_en: en, why_de: de, why_ar: ar, instead, ...chosen }) => {
    const reasons = { en, de, ar };
    if (when === 'at') await schedulePublication(ctx, { submissions, at: chosenTime(chosen), zone: chosen.zone, reasons, instead });
    else await publishApproved(ctx, { submissions, reasons });
    return { to: teamPaths.publish(String(id)) };
  },
});
