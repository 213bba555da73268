import { mayAdd } from '#domain/posts/pictures/may-add.ts';
import { teamRead, tell } from '../../../../_http/team/team-read.ts';

export const GET = teamRead(async ({ ctx }) => tell(await mayAdd(ctx, {})));
