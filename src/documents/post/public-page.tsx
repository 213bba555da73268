import type { ReactNode } from 'react';
import type { PublicDocument } from '#model/edition.ts';
import type { Locale } from '#paths';
import { Page } from '#ui/page/page.tsx';
import type { PageSection } from '#ui/page/site-header.tsx';
import { policyOf } from '#documents/shell/policy.ts';
import { toHtml } from '#documents/shell/to-html.ts';
import { Head } from './head.tsx';
import type { View } from './view.ts';

interface PublicPage {
  view: View;
  path: string;
  status?: 200 | 404;
  title: string;
  description: string;
  /** The languages that its text is in, if not all of the site's. */
  languages?: readonly Locale[];
  current?: PageSection | undefined;
  article?: { publishedAt: string; changedAt: string };
  /** The page has a line for news of its advisory. */
  live?: boolean;
  children: ReactNode;
}

const HTML = 'text/html; charset=utf-8';

/** A page of the public side, with all that its head and its headers say. */
export function publicPage({
  view,
  path,
  status = 200,
  title,
  description,
  languages = view.site.locales,
  current,
  article,
  live = false,
  children,
}: PublicPage): PublicDocument {
  const { site, locale, t, stylesheet, script } = view;
  const head = (
    <>
      <Head view={view} path={path} title={title} description={description} languages={status === 200 ? languages : []} article={article} />
      {live && <script src={script} defer />}
    </>
  );
  const body = toHtml(
    <Page frame={{ site, locale, t, css: stylesheet.css, path }} title={title} head={head} {...(current && { current })}>
      {children}
    </Page>,
  );
  return { path, status, contentType: HTML, body, csp: policyOf({ styleHash: stylesheet.hash, script: live, images: body.includes('<img') }) };
}
