import { readDraft } from '#domain/drafts/read-draft.ts';
import { teamRead, tell } from '../../../../../_http/team/team-read.ts';

export const GET = teamRead(async ({ ctx, id }) => {
  const { version, savedAt, source } = await readDraft(ctx, { id });
  return tell({ version, savedAt, source });
});
