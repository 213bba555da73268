import { setShortcuts } from '#domain/studio/set-shortcuts.ts';
import { setShortcutsForm } from '#model/team/shortcuts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: setShortcutsForm,
  by: setShortcuts,
  page: teamPaths.shortcuts,
  act: async ({ ctx }, { keys }) => {
    await setShortcuts(ctx, { on: keys === 'on' });
    return { to: teamPaths.shortcuts() };
  },
});
