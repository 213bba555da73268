import { NextResponse } from 'next/server';
import { readPicture } from '#domain/posts/pictures/read-picture.ts';
import { PRIVATE_HEADERS } from '../../../../_http/private-headers.ts';
import { teamRead } from '../../../../_http/team/team-read.ts';

/** A picture for the team's pages and previews; the public's come from the edition. */
export const GET = teamRead(async ({ ctx, hash }) => {
  const { bytes } = await readPicture(ctx, { hash });
  return new NextResponse(bytes, { headers: { ...PRIVATE_HEADERS, 'Content-Type': 'image/webp', 'Content-Security-Policy': "default-src 'none'" } });
});
