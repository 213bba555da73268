import { NextResponse } from 'next/server';
import { DataPage } from '#documents/your-data/data-page.tsx';
import { access, authorise } from '#domain/core/access.ts';
import { downloadData } from '#domain/your-data/download-data.ts';
import { downloadDataForm } from '#model/forms/download-data.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../_http/account-route.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { PRIVATE_HEADERS } from '../../../../_http/private-headers.ts';
import type { PrivateRequest } from '../../../../_http/private-request.ts';
import { respond } from '../../../../_http/respond.ts';

/** Who may not press the button is told before, and led to what opens it. */
function draw({ ctx, frame }: PrivateRequest) {
  if (ctx.now) authorise(ctx.actor, access['your-data/download-data'], ctx.now);
  return DataPage({ frame });
}

export const GET = accountRoute(paths.yourData, async (request) => respond(draw(request)));

export const POST = accountRoute(paths.yourData, async (request) => {
  const download = async () => {
    const data = await downloadData(request.ctx, {});
    const name = `account-${data.readAt.slice(0, 10)}.json`;
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` };
    return new NextResponse(`${JSON.stringify(data, null, 2)}\n`, { headers: { ...PRIVATE_HEADERS, ...headers } });
  };
  return submit(request, [on(downloadDataForm, download)], () => draw(request));
});
