import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const REASON = 'Nobody else can be reached, and keys are in use.';

let site: Served;
let author: TeamMember;
let approver: TeamMember;
let admin: TeamMember;
beforeAll(async () => {
  site = await serveBuild();
  [author, approver, admin] = [await teamMember(site, ['author']), await teamMember(site, ['approver']), await teamMember(site, ['admin'])];
}, 180_000);
afterAll(() => site?.close());

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = async (path: string, member: TeamMember) => (await fetch(site.url + path, { redirect: 'manual', headers: { cookie: cookieOf(member) } })).text();
const post = (path: string, member: TeamMember, fields: Record<string, string>) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept: 'application/json', cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

/** A note with one line more, submitted; answers its submission. */
async function submitted(slug: string, line: string): Promise<string> {
  const { to } = (await (await post('/studio/drafts/start', author, { kind: 'note', slug, update: '', locale: 'en' })).json()) as { to: string };
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(to.split('/').at(-1)) } });
  await post(`${to}/save`, author, { version: String(draft.version), source: `${draft.source}\n${line}\n` });
  const findings = /name="findings" value="([0-9a-f]*)"/.exec(await get(`/studio/submit/${draft.id}`, author))?.[1] ?? '';
  const sent = await post(`/studio/submit/${draft.id}/send`, author, { version: String(draft.version + 1), findings });
  return ((await sent.json()) as { to: string }).to.split('/').at(-1) as string;
}

async function approveIt(id: string): Promise<void> {
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({ where: { id: Number(id) }, include: { revision: true, facts: true } });
  expect((await post(`/studio/review/${id}/approve`, approver, { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' })).status).toBe(200);
}

const isNamed = async (slug: string) => (await get('/studio', author)).includes(`One person published ${slug} alone.`);
const isPublic = (slug: string) =>
  waitFor(
    async () => (await (await fetch(`${site.url}/blog/${slug}`)).text()).includes(REASON),
    20_000,
    () => site.server.lastLines(),
  );

test('what one person published alone stands on the front page until a second person has approved it', async () => {
  const slug = 'how-we-handle-incidents';
  const id = await submitted(slug, 'One person wrote this line.');
  expect((await post(`/studio/publish/${id}/alone`, admin, { submission: id, reason: REASON })).status).toBe(200);
  await isPublic(slug);
  expect(await isNamed(slug)).toBe(true);
  await approveIt(id);
  expect(await isNamed(slug)).toBe(false);
});

test('or until it was corrected: something newer goes out the ordinary way', async () => {
  const slug = 'where-to-get-our-apps';
  const id = await submitted(slug, 'One person wrote this line, too.');
  expect((await post(`/studio/publish/${id}/alone`, admin, { submission: id, reason: REASON })).status).toBe(200);
  await isPublic(slug);
  expect(await isNamed(slug)).toBe(true);
  const newer = await submitted(slug, 'And two people this one.');
  expect(await isNamed(slug)).toBe(true);
  await approveIt(newer);
  expect(await isNamed(slug)).toBe(true);
  expect((await post(`/studio/publish/${newer}/now`, author, { submission: newer })).status).toBe(200);
  expect(await isNamed(slug)).toBe(false);
  // The public log keeps it.
  await isPublic(slug);
});
