import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { waitFor } from '#scripts/support/wait-for.ts';
import { openPage } from '#tests/support/chromium.ts';
import type { Served } from '#tests/support/serve.ts';
import type { TeamMember } from './team-member.ts';

type Fields = Record<string, string> | [string, string][];

interface Begun {
  /** The address of its facts. */
  facts: string;
  incident: number;
  slug: string;
  /** Of its English text. */
  draft: number;
}

export interface Studio {
  /** Resolves once its first page has come: on a busy machine that takes longer than the front waits. */
  ready(member: TeamMember): Promise<void>;
  get(path: string, member?: TeamMember): Promise<Response>;
  post(path: string, member: TeamMember, fields: Fields, accept?: string): Promise<Response>;
  openAs(member: TeamMember, path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[]; close(): Promise<void> }>;
  /** A new incident, as its form begins it. */
  begin(author: TeamMember, template?: string): Promise<Begun>;
}

/** The studio of what is served, as people of the team ask for it, by requests and in a browser. */
export function atStudio(site: Served, browser: Browser): Studio {
  const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
  const post: Studio['post'] = (path, member, fields, accept = 'application/json') =>
    fetch(site.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.url, accept, cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    });
  const get: Studio['get'] = (path, member) => fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });
  let begun = 0;
  return {
    ready: (member) =>
      waitFor(
        async () => (await get('/studio', member)).status === 200,
        60_000,
        () => site.server.lastLines(),
      ),
    get,
    post,
    async openAs(member, path, options = {}) {
      const opened = await openPage(browser, options);
      await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
      await opened.page.goto(site.url + path);
      return opened;
    },
    async begin(author, template = 'holding') {
      begun += 1;
      const slug = `odd-${begun}`;
      const detectedAt = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
      const answer = await post('/studio/new/incident/start', author, { template, title: `Odd traffic ${begun}`, slug, detectedAt, locale: 'en' });
      const { to } = (await answer.json()) as { to: string };
      const draft = await site.database.db.draft.findFirstOrThrow({ where: { locale: 'en', post: { slug } } });
      return { facts: to, incident: Number(to.split('/').at(-1)), slug, draft: draft.id };
    },
  };
}
