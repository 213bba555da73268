import { NextResponse } from 'next/server';
import { previewDraft } from '#domain/drafts/preview-draft.ts';
import { oneOf } from '#model/one-of.ts';
import { LOCALES } from '#paths';
import { builtPreview } from '#server/built-preview.ts';
import { PRIVATE_HEADERS } from '../../../../../_http/private-headers.ts';
import { runtime } from '../../../../../_http/runtime.ts';
import { teamRead, tell } from '../../../../../_http/team/team-read.ts';

/** The public page that a draft would be, for the frame of its editor. */
export const GET = teamRead(async ({ ctx, id, query }) => {
  const locale = oneOf(LOCALES, query.get('locale') ?? '');
  const look = oneOf(['light', 'dark', 'print'] as const, query.get('look') ?? '') ?? 'light';
  const previewed = await previewDraft(ctx, { id, ...(locale && { locale }) });
  const { previewDocument } = await builtPreview();
  const preview = previewed && (await previewDocument(previewed.edition, previewed.path, { url: runtime().config.url.origin, look }));
  if (!preview) return tell({ reason: 'nothing_yet' }, 404);
  const { html, csp } = preview;
  const own = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp, 'X-Robots-Tag': 'noindex' };
  return new NextResponse(html, { headers: { ...PRIVATE_HEADERS, ...own } });
});
