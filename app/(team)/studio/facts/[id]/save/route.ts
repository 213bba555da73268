import { saveFactsFields } from '#domain/facts-drafts/save-facts-fields.ts';
import { saveFactsForm } from '#model/team/facts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: saveFactsForm,
  by: saveFactsFields,
  page: teamPaths.facts,
  async act({ ctx, id, rest }, { version, base, add, remove }) {
    const saved = await saveFactsFields(ctx, { incident: id, version, base, fields: Object.fromEntries(rest), add, remove });
    // Where the page was: at the list that changed.
    const list = add || remove.replace(/\.\d+$/, '');
    return { to: `${teamPaths.facts(String(id))}${list === '' ? '' : `#f-${list}`}`, told: { version: saved.version, savedAt: saved.savedAt } };
  },
});
