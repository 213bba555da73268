import { saveFactsSource } from '#domain/facts-drafts/save-facts-source.ts';
import { saveFactsSourceForm } from '#model/team/facts.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: saveFactsSourceForm,
  by: saveFactsSource,
  page: teamPaths.facts,
  async act({ ctx, id }, { version, base, source }) {
    const saved = await saveFactsSource(ctx, { incident: id, version, base, source });
    return { to: `${teamPaths.facts(String(id))}?as=source`, told: { version: saved.version, savedAt: saved.savedAt } };
  },
});
