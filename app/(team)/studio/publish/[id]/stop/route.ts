import { stopSchedule } from '#domain/publishing/scheduled/stop-schedule.ts';
import { stopScheduleForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: stopScheduleForm,
  by: stopSchedule,
  page: teamPaths.publish,
  act: async ({ ctx, id }, { schedule }) => {
    await stopSchedule(ctx, { schedule });
    return { to: teamPaths.publish(String(id)) };
  },
});
