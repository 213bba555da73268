import { checkDraft } from '#domain/drafts/check-draft.ts';
import { teamRead, tell } from '../../../../../_http/team/team-read.ts';

export const GET = teamRead(async ({ ctx, id }) => tell(await checkDraft(ctx, { id })));
