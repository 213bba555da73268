import { gate } from './app/_http/team/gate.ts';

export const proxy = gate;

export const config = { matcher: [{ source: '/studio' }, { source: '/studio/:path*' }] };
