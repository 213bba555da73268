import { readFactsDraft } from '#domain/facts-drafts/read-facts-draft.ts';
import { translator } from '#ui/translator.ts';
import { teamRead, tell } from '../../../../../_http/team/team-read.ts';
import { gapsInWords } from '../_form/gaps-in-words.ts';
import { formText } from '../_form/sections.ts';

export const GET = teamRead(async ({ ctx, id, locale }) => {
  const { version, savedAt, source, form, gaps } = await readFactsDraft(ctx, { incident: id });
  return tell({ version, savedAt, source, form: form && formText(form.entries), gaps: gapsInWords(gaps, translator(locale)) });
});
