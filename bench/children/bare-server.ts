import { createServer } from 'node:http';

/**
 * The least that Node can do: one answer for everything, without looking at the request. Started by the bench with the port and the
 * address whose answer it gives; prints a line when it listens.
 */
const [port, url, encoding] = process.argv.slice(2) as [string, string, string];
const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
/** As they came; `fetch` has undone the encoding, so the bytes are asked for once more. */
const fields = [...answer.headers].filter(([name]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(name));
const head = fields.flat();
const bytes = await rawBytes(url);

createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(bytes);
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));

async function rawBytes(from: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(from, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(Buffer.concat(chunks));
    }).on('error', reject);
  });
}
