import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

/** Largest form, in bytes, files included: five photos of 10 MB and what was typed beside them. */
const LARGEST_FORM = 55 * 1024 * 1024;

export default defineConfig({
  output: 'server',
  // Pages are small; whole ones let an error in any component become a proper error page.
  adapter: node({ mode: 'standalone', bodySizeLimit: LARGEST_FORM, experimentalDisableStreaming: true }),
  integrations: [react()],
  // Only the brand folder is public here. Uploads live beside it and must never be served.
  publicDir: '../public/brand',
  trailingSlash: 'never',
  devToolbar: { enabled: false },
  // The session is a cookie that the cms signed; nothing is kept on this server.
  session: false,
  build: { inlineStylesheets: 'never' },
  security: {
    // Our own check in src/middleware/origin.ts knows the public address at run time; this one is fixed at build time.
    checkOrigin: false,
    csp: { directives: ["default-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] },
  },
  vite: {
    ssr: { noExternal: ['strapi-plugin-ticketing'] },
    build: { assetsInlineLimit: 0 },
  },
});
