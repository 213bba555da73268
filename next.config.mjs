const PRIVATE = ['/account', '/account/:rest*', '/sign-in', '/sign-in/:rest*', '/sign-out', '/sign-out/:rest*', '/review', '/review/:rest*'];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The front compresses.
  compress: false,
  reactStrictMode: true,
  // The team's pages are loaded when one of the team comes: customers' routes share nothing with their editor.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ['mdx-bundler', 'esbuild', 'pg', '@node-rs/argon2', '@node-rs/bcrypt', 'graphile-worker', 'pino'],
  // Lint and types are `npm run check`'s.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({ beforeFiles: PRIVATE.map((source) => ({ source, destination: `/en${source}` })) }),
};
