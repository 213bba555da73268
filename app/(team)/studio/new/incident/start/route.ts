import { startIncident } from '#domain/beginnings/start-incident.ts';
import { startIncidentForm } from '#model/team/beginnings.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: startIncidentForm,
  by: startIncident,
  page: () => teamPaths.newIncident(),
  act: async ({ ctx }, given) => ({ to: teamPaths.facts(String((await startIncident(ctx, given)).incident)) }),
});
