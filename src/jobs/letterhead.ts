import { localeOfAccount } from '#model/account/locale-of-account.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import type { TaskDeps } from './task-deps.ts';

export interface Letterhead {
  site: Site;
  from: { name: string; address: string };
  locale: Locale;
}

/** Who writes, and in which language. Before anything is published nobody does: the job waits. */
export async function letterhead({ db }: TaskDeps, locale: string): Promise<Letterhead> {
  const site = await publishedSite(db);
  if (!site) throw new Error('Nothing is published yet, so a mail can’t say who sends it.');
  return { site, from: { name: site.brand, address: site.contacts.security }, locale: localeOfAccount(locale) };
}
