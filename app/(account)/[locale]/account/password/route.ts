import { GuideWhyPage } from '#documents/password/guide-why-page.tsx';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../../_http/refusals.ts';
import { respond } from '../../../../_http/respond.ts';
import { ownPage } from '../../../../_http/page.ts';

export const GET = ownPage(paths.password('en'), async ({ ctx, frame }) => respond(GuideWhyPage({ frame, guide: await readGuide(ctx, {}) })));

export const POST = methodNotAllowed('GET, HEAD');
