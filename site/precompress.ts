import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { PACKED_TYPES, PACKINGS } from './src/lib/config/packing';

/** Below so many bytes packing saves nothing worth a file. */
const WORTH_IT = 512;
const PACK = {
  br: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes: Buffer) => gzipSync(bytes, { level: 9 }),
} as const;

/**
 * Packs what the browser loads beside the pages once, at build time and as tightly as it goes: `x.js.br` and `x.js.gz`
 * lie beside `x.js`, and `middleware/packed-files` hands them out.
 */
export const precompress = (): AstroIntegration => ({
  name: 'precompress',
  hooks: {
    'astro:build:done': ({ dir }) => {
      for (const file of fs.globSync('**/*', { cwd: dir, withFileTypes: true })) {
        const at = path.join(file.parentPath, file.name);
        if (!file.isFile() || !(path.extname(at) in PACKED_TYPES)) continue;
        const bytes = fs.readFileSync(at);
        if (bytes.length < WORTH_IT) continue;
        for (const { encoding, suffix } of PACKINGS) fs.writeFileSync(at + suffix, PACK[encoding](bytes));
      }
    },
  },
});
