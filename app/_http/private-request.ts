import type { NextRequest } from 'next/server';
import type { Frame } from '#ui/page/frame.ts';
import type { DoorContext } from '#domain/core/context.ts';
import type { Resumed } from '#domain/status/resume-session.ts';
import type { Locale } from '#paths';

/** One request to a private document, as its route sees it. */
export interface PrivateRequest {
  /** As it came. */
  incoming: NextRequest;
  query: URLSearchParams;
  ctx: DoorContext;
  locale: Locale;
  frame: Frame;
  /** The secret of the cookie, live or not. */
  secret: string | null;
  session: Resumed | null;
  /** What the browser's cookies of the device and of a code hold. */
  device: string | null;
  ticket: string | null;
}
