import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { copyIn, onOwnConnection } from './copy-in.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const own = () => ({ config: testConfig({ databaseDirectUrl: database.url }) });

test('what goes in is what comes out: any text but NUL, and NULL', async () => {
  const value = fc.option(fc.string({ unit: 'grapheme-composite', maxLength: 20 }).map((text) => text.replaceAll('\0', '')));
  await onOwnConnection(own(), async (client) => {
    await client.query('CREATE TEMPORARY TABLE t (n integer, a text, b text)');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 50 }), async (pairs) => {
        await client.query('TRUNCATE t');
        const odd = pairs.map(([a, b]) => [a, b === 'x' ? '\\N\t\r\n\\.' : b] as const);
        expect(
          await copyIn(
            client,
            't (n, a, b)',
            odd.map(([a, b], n) => [String(n), a, b]),
          ),
        ).toBe(odd.length);
        const { rows } = await client.query({ text: 'SELECT a, b FROM t ORDER BY n', rowMode: 'array' });
        expect(rows).toEqual(odd);
      }),
      {
        numRuns: 40,
        examples: [
          [
            [
              ['\\.', '\\N'],
              [null, ''],
              ['\t\r\n', 'x'],
            ],
          ],
        ],
      },
    );
  });
});

test('a source that fails leaves nothing behind, and the connection goes on', async () => {
  await onOwnConnection(own(), async (client) => {
    await client.query('CREATE TEMPORARY TABLE t (a text)');
    async function* broken() {
      yield ['one'];
      throw new Error('The source broke.');
    }
    await expect(copyIn(client, 't (a)', broken())).rejects.toThrow('The source broke.');
    expect((await client.query('SELECT * FROM t')).rows).toEqual([]);
  });
});
