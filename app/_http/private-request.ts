import type { NextRequest } from 'next/server';
import type { Frame } from '#ui/page/frame.ts';
import type { Locale } from '#paths';
import type { Opened } from './open-request.ts';

/** One request to a private document, as its route sees it. */
export interface PrivateRequest extends Opened {
  /** As it came. */
  incoming: NextRequest;
  query: URLSearchParams;
  locale: Locale;
  frame: Frame;
}
