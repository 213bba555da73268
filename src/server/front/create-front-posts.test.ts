import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestFront } from '#tests/support/front/test-front.ts';

const { app, origin, handed, logged, ask, raw, host, close } = await startTestFront();
afterAll(close);
const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' };

describe('a POST', () => {
  const post = (headers: Record<string, string>, path = '/sign-in') => ask(path, { method: 'POST', headers: { ...form, ...headers }, body: 'x' });

  test('needs our own origin, or same-origin by the browser’s word', async () => {
    for (const foreign of ['https://foreign.example', 'null', 'not a url', `${origin.origin}.foreign.example`, `https://${origin.host}`])
      expect(await post({ origin: foreign }), foreign).toMatchObject({ status: 403 });
    expect(await post({})).toMatchObject({ status: 403 });
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    for (const own of [origin.origin, origin.origin.toUpperCase()]) expect(await post({ origin: own })).toMatchObject({ status: 200, body: 'the app' });
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200, body: 'the app' });
  });

  test('is bounded in size, and a form; its body is handed on whole, however it came', async () => {
    expect(await post({ origin: origin.origin, 'content-type': 'multipart/form-data; boundary=' })).toMatchObject({ status: 415 });
    const headers = { origin: origin.origin, 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' };
    handed.length = 0;
    expect(await ask('/sign-in', { method: 'POST', headers, body: 'x'.repeat(65_536) })).toMatchObject({ status: 200 });
    expect(handed.map(({ method, body }) => [method, body.length])).toEqual([['POST', 65_536]]);
    const chunk = `10001\r\n${'x'.repeat(65_537)}`;
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    expect(await raw('POST /sign-in HTTP/1.1', host(), ...lines, '', chunk)).toContain('HTTP/1.1 413 ');
    const declared = ['Content-Type: application/x-www-form-urlencoded', `Origin: ${origin.origin}`, 'Content-Length: 65537'];
    expect(await raw('POST /sign-in HTTP/1.1', host(), ...declared)).toContain('HTTP/1.1 413 ');
  });

  test('that never comes to its end keeps nobody out', async () => {
    const head = ['POST /sign-in HTTP/1.1', host(), `Origin: ${origin.origin}`, 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 65536'];
    // 16 MiB in all, which is what bodies may hold together.
    const lengths = [...Array(256).fill(65_535), 256];
    const slow = lengths.map(() => connect({ host: '127.0.0.1', port: Number(origin.port) }).on('error', () => undefined));
    const sent = (socket: Socket, length: number) => new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n${'x'.repeat(length)}`, resolve));
    await Promise.all(slow.map((socket, index) => sent(socket, lengths[index])));
    for (let time = 0; time < 3; time += 1) expect(await post({ origin: origin.origin })).toMatchObject({ status: 200, body: 'the app' });
    for (const socket of slow) socket.destroy();
  });

  test('has a body that comes as it is: in one coding, unpacked, framed once', async () => {
    const lines = ['POST /sign-in HTTP/1.1', host(), `Origin: ${origin.origin}`, 'Content-Type: application/x-www-form-urlencoded'];
    const chunks = ['', '1', 'x', '0'];
    expect(await raw(...lines, 'Transfer-Encoding: Chunked', 'Connection: close', ...chunks)).toMatch(/^HTTP\/1\.1 200 /);
    for (const coding of ['gzip, chunked', 'xchunked', 'identity', 'chunked, chunked'])
      expect(await raw(...lines, `Transfer-Encoding: ${coding}`, 'Connection: close', ...chunks), coding).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(...lines, 'Transfer-Encoding: chunked', '', 'no number')).toMatch(/^HTTP\/1\.1 400 .*refused 400$/s);
    expect(await post({ origin: origin.origin, 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    for (const length of [
      'Content-Length: 1\r\nContent-Length: 1',
      'Content-Length: 1, 1',
      'Content-Length: +1',
      'Content-Length: 1\r\nTransfer-Encoding: chunked',
    ])
      expect(await raw(...lines, length, '', 'x'), length).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('whose client waits to send is asked for its body once its head has been screened, and not before', async () => {
    const head = (more: string[]) => ['POST /sign-in HTTP/1.1', host(), 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 1', ...more];
    const waiting = ['Expect: 100-continue', 'Connection: close'];
    const own = `Origin: ${origin.origin}`;
    expect(await raw(...head([...waiting, own]), '', 'x')).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    expect(await raw(...head([...waiting, 'Origin: https://foreign.example']))).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw(...head([...waiting, own, 'Expect: 100-continue']))).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw('GET /advisories HTTP/1.1', host(), ...waiting)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('whose client leaves before its end is in the log', async () => {
    logged.length = 0;
    const socket = connect({ host: '127.0.0.1', port: Number(origin.port) });
    const head = ['POST /de/sign-in HTTP/1.1', host(), `Origin: ${origin.origin}`, 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 2'];
    await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\nx`, resolve));
    socket.destroy();
    await expect.poll(() => logged).toMatchObject([{ method: 'POST', route: '/sign-in', status: 499, bytes: 0 }]);
  });

  test('to a path without a form is 405', async () => {
    expect(await post({ origin: origin.origin }, '/advisories')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await post({ origin: origin.origin }, '/account')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('a GET with a body is 400', async () => {
    expect(await ask('/account', { headers: { 'content-length': '1' }, body: 'x' })).toMatchObject({ status: 400 });
  });
});

describe('a POST with a file', () => {
  const path = '/studio/pictures/add';
  const head = { origin: origin.origin, cookie: 'a=b', 'content-type': 'multipart/form-data; boundary=x' };
  const post = (more: Record<string, string> = {}, body = 'x'.repeat(70_000)) => ask(path, { method: 'POST', headers: { ...head, ...more }, body });

  test('is let in once the app has said that its sender may send it', async () => {
    app.asked.length = 0;
    expect(await post()).toMatchObject({ status: 200, body: 'the app' });
    expect(app.asked).toEqual(['/studio/pictures/may a=b']);
    expect(await post({ 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415 });
    expect(await post({ origin: 'https://foreign.example' })).toMatchObject({ status: 403 });
    expect(app.asked).toHaveLength(1);
  });

  test.each([
    [403, 403],
    [404, 403],
    [503, 503],
    [null, 503],
  ])('is refused before its body is read where the app says %s: by %i', async (status, refused) => {
    app.status = status;
    const lines = Object.entries({ ...head, 'content-length': '5000000' }).map(([name, value]) => `${name}: ${value}`);
    expect(await raw(`POST ${path} HTTP/1.1`, host(), ...lines)).toContain(`HTTP/1.1 ${refused} `);
    app.status = 200;
  });

  test('has its size declared: of more than that not a byte is read, and nobody is asked', async () => {
    app.asked.length = 0;
    const lines = Object.entries({ ...head, 'content-length': String(6 * 1024 * 1024) }).map(([name, value]) => `${name}: ${value}`);
    expect(await raw(`POST ${path} HTTP/1.1`, host(), ...lines)).toContain('HTTP/1.1 413 ');
    expect(app.asked).toEqual([]);
  });

  test('waits for no more than four others, and frees its place when it ends or its sender leaves', async () => {
    const lines = Object.entries({ ...head, 'content-length': '1000' }).map(([name, value]) => `${name}: ${value}`);
    const slow = Array.from({ length: 4 }, () => connect({ host: '127.0.0.1', port: Number(origin.port) }).on('error', () => undefined));
    app.asked.length = 0;
    for (const socket of slow) socket.write(`POST ${path} HTTP/1.1\r\n${[host(), ...lines].join('\r\n')}\r\n\r\nx`);
    await expect.poll(() => app.asked.length).toBe(4);
    expect(await post()).toMatchObject({ status: 503 });
    // Who holds a place keeps nobody's form out.
    expect(await ask('/sign-in', { method: 'POST', headers: { ...form, origin: origin.origin }, body: 'x' })).toMatchObject({ status: 200 });
    for (const socket of slow) socket.destroy();
    await expect.poll(async () => (await post()).status).toBe(200);
  });
});
