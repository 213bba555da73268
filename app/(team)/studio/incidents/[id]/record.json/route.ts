import { Readable } from 'node:stream';
import { NextResponse } from 'next/server';
import type { IncidentRecord } from '#domain/history/record/record.ts';
import { readRecord } from '#domain/history/record/read-record.ts';
import { PRIVATE_HEADERS } from '../../../../../_http/private-headers.ts';
import { teamRead } from '../../../../../_http/team/team-read.ts';

/** An incident's whole record as one JSON document, written as it is read: however long it is, little of it is in memory at once. */
export const GET = teamRead(async ({ ctx, id }) => {
  const record = await readRecord(ctx, { id });
  const name = `incident-${record.head.incident.slug}.json`;
  const own = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'X-Robots-Tag': 'noindex' };
  return new NextResponse(Readable.toWeb(Readable.from(bytesOf(record))) as ReadableStream<Uint8Array>, { headers: { ...PRIVATE_HEADERS, ...own } });
});

async function* bytesOf({ head, publications, audit }: IncidentRecord): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(JSON.stringify(head).slice(0, -1));
  for (const [name, rows] of Object.entries({ publications, audit })) {
    yield encoder.encode(`,\n"${name}":[`);
    let separator = '\n';
    for await (const row of rows) {
      yield encoder.encode(separator + JSON.stringify(row));
      separator = ',\n';
    }
    yield encoder.encode(']');
  }
  yield encoder.encode('}\n');
}
