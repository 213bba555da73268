import { NextResponse } from 'next/server';
import { NotFound } from '#domain/core/errors.ts';
import { outsidePage } from '#domain/review-links/outside-page.ts';
import { paths } from '#paths';
import { builtPreview } from '#server/built-preview.ts';
import { documentRoute } from '../../../../_http/document-route.ts';
import { codeOf } from '../../../../_http/outside-request.ts';
import { PRIVATE_HEADERS } from '../../../../_http/private-headers.ts';
import { runtime } from '../../../../_http/runtime.ts';

/** The page that the text would be, for a frame; its pictures are in it, since the public does not have them yet. */
export const GET = documentRoute(paths.outsideText, async (request) => {
  const code = codeOf(request);
  if (code === null) throw new NotFound();
  const shown = await outsidePage(request.ctx, { code });
  const { previewDocument } = await builtPreview();
  const preview = shown && (await previewDocument(shown.edition, shown.path, { url: runtime().config.url.origin, look: 'light' }));
  if (!preview) throw new NotFound();
  const html = preview.html.replace(/src="\/pictures\/([0-9a-f]{64})\.webp"/g, (whole, hash: string) => {
    const bytes = shown.pictures.get(hash);
    return bytes ? `src="data:image/webp;base64,${Buffer.from(bytes).toString('base64')}"` : whole;
  });
  const own = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': preview.csp, 'X-Robots-Tag': 'noindex, noarchive' };
  return new NextResponse(html, { headers: { ...PRIVATE_HEADERS, ...own } });
});
