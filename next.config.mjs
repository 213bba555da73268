const PRIVATE = ['/account', '/account/:rest*', '/sign-in', '/sign-in/:rest*', '/sign-out', '/sign-out/:rest*', '/review', '/review/:rest*'];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The front compresses.
  compress: false,
  reactStrictMode: true,
  experimental: {
    // The team's pages are loaded when one of the team comes: customers' routes share nothing with their editor.
    preloadEntriesOnStart: false,
    // Each route has a copy of what it shares with the others. Read as it stands a stack tells enough, and to make it smaller, to map it and
    // to keep what was made for a next time takes four fifths of a first build (docs/benchmarks.md).
    serverMinification: false,
    turbopackSourceMaps: false,
    turbopackFileSystemCacheForBuild: false,
  },
  serverExternalPackages: [
    'mdx-bundler',
    'esbuild',
    'pg',
    '@node-rs/argon2',
    '@node-rs/bcrypt',
    'graphile-worker',
    'pino',
    // Read once from where they are, not once a route.
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/driver-adapter-utils',
    'intl-messageformat',
    'yaml',
    'zod',
  ],
  // Lint and types are `npm run check`'s.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({ beforeFiles: PRIVATE.map((source) => ({ source, destination: `/en${source}` })) }),
};
