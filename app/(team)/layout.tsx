import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readShortcuts } from '#domain/studio/read-shortcuts.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { teamRequest } from '../_http/team/team-page.ts';
import { ErrorWordsProvider } from './_parts/error-words.tsx';
import { KeysProvider } from './_parts/keys/keys-context.tsx';
import { TeamBar } from './_parts/team-bar.tsx';
import './tools.css';

/** Each page's title stands in its place (`_parts/place.tsx`). */
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Around every page of the team: in the language of whoever is signed in. */
export default async function TeamLayout({ children }: { children: ReactNode }) {
  const request = await teamRequest();
  const { t } = request;
  const words = { title: t('studio.error.title'), text: t('studio.error.text'), again: t('studio.error.again') };
  return (
    <html lang={request.locale} dir={LANGUAGES[request.locale].direction}>
      <body className="tool">
        <a className="skip" href="#main">
          {t('page.skip')}
        </a>
        <KeysProvider on={(await readShortcuts(request.ctx, {})).on}>
          <TeamBar request={request} />
          <ErrorWordsProvider words={words}>{children}</ErrorWordsProvider>
        </KeysProvider>
      </body>
    </html>
  );
}
