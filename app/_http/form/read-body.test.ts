import { describe, expect, test } from 'vitest';
import { Invalid } from '#domain/core/errors.ts';
import { readBody } from './read-body.ts';

const TYPE = 'application/x-www-form-urlencoded';

function read(body: BodyInit, type: string | null = TYPE, maxBytes = 1_000): Promise<URLSearchParams> {
  const headers = type === null ? [] : [['content-type', type] as [string, string]];
  return readBody(new Request('http://localhost/sign-in', { method: 'POST', headers, body }), maxBytes);
}

/** A body that comes in pieces, without a length. */
function pieces(size: number, count: number): { body: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === count) return controller.close();
        taken += 1;
        controller.enqueue(new Uint8Array(size).fill(0x61));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

describe('a posted body', () => {
  test.each([TYPE, 'Application/X-WWW-Form-Urlencoded; charset=UTF-8', `${TYPE} ;charset=utf-8`])('of the type %s is read', async (type) => {
    expect([...(await read('email=a%40b&name=%C3%A9+x&email=', type))]).toEqual([
      ['email', 'a@b'],
      ['name', 'é x'],
      ['email', ''],
    ]);
  });

  test.each([null, '', 'application/json', 'text/plain', 'multipart/form-data; boundary=x', `${TYPE}x`, `text/plain, ${TYPE}`])(
    'of the type %s is refused',
    async (type) => {
      await expect(read(new TextEncoder().encode('email=a'), type)).rejects.toThrow(Invalid);
    },
  );

  test.each(['email=%', 'email=%zz', 'email=%a', 'password=%ff', 'password=%C3', 'password=%C3&x=%A9', 'password=%ED%A0%80', '%zz=1', '%E0%80%AF=1'])(
    'that can’t be decoded whole is refused, and not mended: %s',
    async (text) => {
      await expect(read(text)).rejects.toThrow(Invalid);
    },
  );

  test('with bytes that are no UTF-8 is refused', async () => {
    await expect(read(new Uint8Array([0x65, 0x3d, 0xff]))).rejects.toThrow(Invalid);
    expect((await read('e=é')).get('e')).toBe('é');
  });

  test('may be as large as its form allows, and not a byte larger', async () => {
    expect((await read('x'.repeat(1_000))).size).toBe(1);
    await expect(read('x'.repeat(1_001))).rejects.toThrow(Invalid);
  });

  test('of no known length is read up to the limit and no further', async () => {
    const endless = pieces(100, 1_000_000);
    const request = new Request('http://localhost/', { method: 'POST', headers: { 'content-type': TYPE }, body: endless.body, duplex: 'half' } as RequestInit);
    await expect(readBody(request, 1_000)).rejects.toThrow(Invalid);
    expect(endless.taken()).toBe(11);
  });

  test('that breaks off is refused: nobody is there any more, and it is no fault of ours', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('aborted')) });
    const request = new Request('http://localhost/', { method: 'POST', headers: { 'content-type': TYPE }, body, duplex: 'half' } as RequestInit);
    await expect(readBody(request, 1_000)).rejects.toThrow(Invalid);
  });

  test('that is missing has no fields', async () => {
    expect((await readBody(new Request('http://localhost/', { method: 'POST', headers: { 'content-type': TYPE } }), 10)).size).toBe(0);
  });
});
