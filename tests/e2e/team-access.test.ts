import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queryOf } from '#app/_http/team/page-rules.ts';
import { access } from '#domain/core/access.ts';
import { TEAM_FORMS } from '#model/team/team-forms.ts';
import { TEAM_PAGES } from '#model/team/team-pages.ts';
import { TEAM_READS } from '#model/team/team-reads.ts';
import { type Role, ROLES } from '#model/roles.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

/** Every address of the team, tried by everybody: what the table of permissions gives, and nothing else. New pages, files and forms are among them by themselves. */

/** A number that nothing has. */
const NOTHING = '987654321';
const at = (pattern: string) => pattern.replace(':id', NOTHING).replace(':hash', '0'.repeat(64));

type Sender = 'outsider' | 'customer' | 'half' | 'enrolling' | Role;
const REFUSED: readonly Sender[] = ['outsider', 'customer', 'half', 'enrolling', 'support'];
/** Forms of everybody in the team, support too. */
const OF_ALL: readonly string[] = ['set-shortcuts'];

let site: Served;
const cookies = new Map<Sender, TeamMember['cookie']>();
beforeAll(async () => {
  site = await serveBuild();
  // Nothing but what is sent writes anything.
  await site.worker.stop();
  cookies.set('customer', (await teamMember(site, [], { factor: false })).cookie);
  cookies.set('half', (await teamMember(site, ['author', 'approver', 'admin'], { session: { awaitsFactor: true, level: 'password' } })).cookie);
  cookies.set('enrolling', (await teamMember(site, ['author', 'approver', 'admin'], { factor: false })).cookie);
  for (const role of ROLES) cookies.set(role, (await teamMember(site, [role])).cookie);
});
afterAll(() => site?.close());

function headersOf(sender: Sender): Record<string, string> {
  const cookie = cookies.get(sender);
  return cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {};
}
const get = (path: string, sender: Sender) => fetch(site.url + path, { redirect: 'manual', headers: headersOf(sender) });
const post = (path: string, sender: Sender, accept: string) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headersOf(sender), origin: site.url, accept, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'unknown=x',
  });

/** How many rows there are of whatever the team writes. */
async function rows(): Promise<unknown> {
  const { db } = site.database;
  return db.$queryRaw`
    SELECT c.relname, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', 'public', c.relname), false, true, '')))[1]::text AS n
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT IN ('AuditEntry', 'AuditSeal', 'Process', 'Session') ORDER BY c.relname`;
}

describe.each(['outsider', 'customer', 'half', 'enrolling', ...ROLES] as const)('%s', (sender) => {
  test.each(TEAM_PAGES)('the page %s', async (pattern) => {
    const reads = queryOf(at(pattern));
    expect(reads, 'every page reads something').not.toBeNull();
    const { roles } = access[reads as keyof typeof access] as { roles?: readonly Role[] };
    const answer = await get(at(pattern), sender);
    const leads = answer.headers.get('location');
    if (sender === 'outsider') expect([answer.status, leads]).toEqual([303, '/sign-in?to=studio']);
    else if (sender === 'half') expect([answer.status, leads]).toEqual([303, `/account/confirm?to=${encodeURIComponent(at(pattern))}`]);
    else if (sender === 'enrolling') expect([answer.status, leads]).toEqual([303, '/account/factors']);
    else if (sender === 'customer' || !roles?.includes(sender)) expect(answer.status).toBe(403);
    // A page of nothing is not found, one of everything is shown.
    else expect(answer.status).toBe(pattern.includes(':id') ? 404 : 200);
  });

  test.each(TEAM_READS)('the file %s', async (pattern) => {
    const answer = await get(at(pattern), sender);
    if (REFUSED.includes(sender)) {
      expect(answer.status).toBe(403);
      expect(Object.keys((await answer.json()) as object)).toEqual(['reason']);
    } else expect(answer.status).toBeOneOf([200, 403, 404]);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  test.each(TEAM_FORMS.map(({ path, name }) => [name, path] as const))('what is no form at %s', async (name, path) => {
    const isRefused = REFUSED.includes(sender) && !(sender === 'support' && OF_ALL.includes(name));
    const before = await rows();
    for (const accept of ['text/html', 'application/json']) {
      const answer = await post(at(path), sender, accept);
      // A picture comes as a file: the front says so before anybody is asked.
      if (isRefused) expect(answer.status, accept).toBeOneOf(name === 'add-picture' ? [403, 415] : [403]);
      else expect(answer.status, accept).toBeOneOf(accept === 'text/html' ? [303, 403, 415] : [403, 409, 415, 422]);
    }
    // Who is refused leaves nothing, and who may has what was typed kept.
    const changed = (await rows()) as { relname: string }[];
    const stays = (list: unknown) => (list as { relname: string }[]).filter(({ relname }) => isRefused || relname !== 'KeptForm');
    expect(stays(changed)).toEqual(stays(before));
  });
});
