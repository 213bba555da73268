import { GuideWhyPage } from '#documents/account/GuideWhyPage.tsx';
import { readGuide } from '#domain/accounts/read-guide.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../../_http/refuse.ts';
import { respond } from '../../../../_http/respond.ts';
import { ownPage } from '../../../../_http/visit.ts';

export const GET = ownPage(paths.password('en'), async ({ ctx, frame }) => respond(GuideWhyPage({ frame, guide: await readGuide(ctx, {}) })));

export const POST = methodNotAllowed('GET, HEAD');
