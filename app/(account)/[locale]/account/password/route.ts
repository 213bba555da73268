import { GuideWhyPage } from '#documents/password/guide-why-page.tsx';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../../_http/method-not-allowed.ts';
import { respond } from '../../../../_http/respond.ts';
import { accountRoute } from '../../../../_http/account-route.ts';

export const GET = accountRoute(paths.password, async ({ ctx, frame }) => respond(GuideWhyPage({ frame, guide: await readGuide(ctx, {}) })));

export const POST = methodNotAllowed('GET, HEAD');
