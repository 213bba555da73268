import { notFound } from '../../../../_http/refuse.ts';

export { notFound as GET, notFound as POST };
