import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig, passthroughImageService } from 'astro/config';
import { LARGEST_FORM } from './src/lib/config/limits';
import { precompress } from './precompress';
import { selfContained } from './self-contained';
import { typedScript } from './typed-script';

export default defineConfig({
  output: 'server',
  // Pages are small; sent whole, an error in any component still becomes a proper error page.
  adapter: node({ mode: 'standalone', bodySizeLimit: LARGEST_FORM, experimentalDisableStreaming: true }),
  integrations: [react(), precompress()],
  // Only the brand folder is public here. Uploads live beside it and must never be served.
  publicDir: '../public/brand',
  trailingSlash: 'never',
  devToolbar: { enabled: false },
  // The session is a cookie that the cms signed; nothing is kept on this server.
  session: false,
  // Pictures are drawn small already; nothing is made of them here.
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  security: {
    // Our own check in src/middleware/origin.ts knows the public address at run time; this one is fixed at build time.
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  vite: {
    // The plugin hands out TypeScript, and its zod is not the one another package hoisted to the top.
    ssr: { noExternal: ['strapi-plugin-ticketing', 'zod'] },
    plugins: [typedScript(Date.now().toString(36)), selfContained()],
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
  },
});
