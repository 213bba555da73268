import { handleAuth } from '../../../_http/next-auth.ts';

export { handleAuth as GET, handleAuth as POST };
