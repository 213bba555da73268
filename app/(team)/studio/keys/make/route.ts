import { ShownKeyPage } from '#documents/keys/shown-key-page.tsx';
import { makeKey } from '#domain/keys/make-key.ts';
import { makeKeyForm } from '#model/team/keys.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../_http/team/team-form.ts';

/** A key is shown in the answer that made it, and never again. */
export const POST = teamForm({
  form: makeKeyForm,
  by: makeKey,
  page: teamPaths.keys,
  act: async ({ ctx }, typed) => {
    const key = await makeKey(ctx, typed);
    return { to: teamPaths.keys(), told: { key: key.secret }, shown: (frame) => ShownKeyPage({ frame, made: key }) };
  },
});
