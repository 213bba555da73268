import { NextResponse } from 'next/server';
import { previewAccount } from '#domain/drafts/accounts/preview-account.ts';
import { previewDraft } from '#domain/drafts/preview-draft.ts';
import { UNPUBLISHED } from '#documents/shell/unpublished-site.ts';
import { oneOf } from '#model/one-of.ts';
import { ACCOUNT_STATES } from '#model/team/account-states.ts';
import { LOCALES, teamPaths } from '#paths';
import { shownSite } from '#server/app/shown-site.ts';
import { builtPreview } from '#server/built-preview.ts';
import { translator } from '#ui/translator.ts';
import { PRIVATE_HEADERS } from '../../../../../_http/private-headers.ts';
import { runtime } from '../../../../../_http/runtime.ts';
import { teamRead } from '../../../../../_http/team/team-read.ts';

/** The public has published pictures alone; the team sees those of drafts too. */
const PICTURE = /src="\/pictures\/([0-9a-f]{64})\.webp"/g;

/** The public page that a draft would be, or the account page of a sample account, for the frame of its editor; what can't be shown says why. */
export const GET = teamRead(async ({ ctx, id, query, locale: reader }) => {
  const locale = oneOf(LOCALES, query.get('locale') ?? '');
  const options = { url: runtime().config.url.origin, look: oneOf(['light', 'dark', 'print'] as const, query.get('look') ?? '') ?? ('light' as const) };
  const state = oneOf(ACCOUNT_STATES, query.get('account') ?? '');
  const { previewDocument, previewAccountDocument, previewNotice } = await builtPreview();
  const t = translator(reader);
  const said = () => {
    const text = t(state === null ? 'editor.preview.none.text' : 'editor.preview.none.account');
    return previewNotice({ site: shownSite() ?? UNPUBLISHED, locale: reader, title: t('editor.preview.none.title'), text }, options);
  };
  const wanted = { id, ...(locale && { locale }) };
  const page = async () => {
    const previewed = await previewDraft(ctx, wanted);
    return previewed && previewDocument(previewed.edition, previewed.path, options);
  };
  const account = async (sample: (typeof ACCOUNT_STATES)[number]) => {
    const previewed = await previewAccount(ctx, { ...wanted, state: sample });
    return previewed && previewAccountDocument({ ...previewed, marked: translator(previewed.locale)('editor.preview.sample') }, options);
  };
  const { html, csp } = (await (state === null ? page() : account(state))) ?? (await said());
  const own = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp, 'X-Robots-Tag': 'noindex' };
  const shown = html.replace(PICTURE, (_whole, hash: string) => `src="${teamPaths.picture(hash)}"`);
  return new NextResponse(shown, { headers: { ...PRIVATE_HEADERS, ...own } });
});
