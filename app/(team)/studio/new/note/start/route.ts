import { startNote } from '#domain/beginnings/start-note.ts';
import { startNoteForm } from '#model/team/beginnings.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: startNoteForm,
  by: startNote,
  page: () => teamPaths.newNote(),
  act: async ({ ctx }, given) => ({ to: teamPaths.draft(String((await startNote(ctx, given)).draft)) }),
});
