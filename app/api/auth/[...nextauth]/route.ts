import { handleAuth } from './next-auth.ts';

export { handleAuth as GET, handleAuth as POST };
