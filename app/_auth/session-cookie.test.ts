import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import type { Config } from '#config';
import { testConfig } from '#tests/support/context.ts';
import { seeOther } from '#app/_http/see-other.ts';
import { endedCookie, type SessionCookie, secretOf, sessionCookie } from './session-cookie.ts';

const at = (url: string): Config => testConfig({ url: new URL(url) });
const plain = at('http://localhost:3000');
const safe = at('https://security.tempo.example');

/** The `Set-Cookie` line as a browser gets it, in parts. */
function sent(cookie: SessionCookie): string[] {
  return (seeOther('/account', { cookies: [cookie] }).headers.getSetCookie()[0] ?? '').split('; ');
}

/** What the browser sends back. */
async function secretIn(line: string, config: Config): Promise<string | null> {
  return secretOf(new NextRequest(config.url, { headers: { cookie: line } }).cookies, config);
}

describe.each([
  ['http', plain, 'candor.session.3000'],
  ['https', safe, '__Host-candor.session'],
] as const)('on %s', (scheme, config, name) => {
  const secure = scheme === 'https' ? ['Secure'] : [];

  test('the cookie is for this host alone, hidden from scripts, and comes with no foreign form', async () => {
    const [pair, ...attributes] = sent(await sessionCookie(config, 'the secret'));
    expect(pair).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}=[\\w.-]+$`));
    expect(attributes.filter((part) => !part.startsWith('Expires='))).toEqual(['Path=/', 'Max-Age=2592000', ...secure, 'HttpOnly', 'SameSite=lax']);
  });

  test('what ends it names the same cookie in the same way, or browsers would keep it', () => {
    const ended = [`${name}=`, 'Path=/', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Max-Age=0', ...secure, 'HttpOnly', 'SameSite=lax'];
    expect(sent(endedCookie(config))).toEqual(ended);
  });

  test('the secret comes back from among other cookies, and not from a forged, cut, empty or foreign one', async () => {
    const [pair = ''] = sent(await sessionCookie(config, 'the secret'));
    expect(await secretIn(`a=b; ${pair}; c=%zz`, config)).toBe('the secret');
    const elsewhere = { ...config, secret: 'another secret, quite as long as ours is' };
    const [foreign = ''] = sent(await sessionCookie(elsewhere, 'the secret'));
    for (const line of [foreign, pair.slice(0, -4), `${name}=`, name, `${name}=${'x'.repeat(5_000)}`, pair.replace('candor', 'other'), '']) {
      expect(await secretIn(line, config), line.slice(0, 40)).toBeNull();
    }
  });
});

test('a cookie knows no port: two sites on one machine have two names', async () => {
  const [first, second] = [await sessionCookie(plain, 'the first'), await sessionCookie(at('http://localhost:3001'), 'the second')];
  const both = `${first.name}=${first.value}; ${second.name}=${second.value}`;
  expect([await secretIn(both, plain), await secretIn(both, at('http://localhost:3001'))]).toEqual(['the first', 'the second']);
  expect((await sessionCookie(at('http://localhost'), 'x')).name).toBe('candor.session');
});

test('a stranger’s token chooses no costlier encryption', async () => {
  const head = { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 10_000, p2s: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const token = [Buffer.from(JSON.stringify(head)).toString('base64url'), 'A'.repeat(54), 'A'.repeat(16), 'AAAA', 'A'.repeat(22)].join('.');
  const [pair = ''] = sent(await sessionCookie(plain, 'the secret'));
  const cost = async (line: string) => {
    const before = process.cpuUsage();
    for (let time = 0; time < 100; time += 1) await secretIn(line, plain);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const own = await cost(pair.slice(0, -4));
  expect(await secretIn(`candor.session.3000=${token}`, plain)).toBeNull();
  expect(await cost(`candor.session.3000=${token}`)).toBeLessThan(2 * own + 20_000);
});
