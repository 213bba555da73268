import { notFound } from '../../../../_http/refusals.ts';

export { notFound as GET, notFound as POST };
