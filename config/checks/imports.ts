import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { scriptsOf } from '../eslint/astro.mjs';

/** Which file imports which: paths from the root, types included. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const CODE = /\.([cm]?[jt]sx?|astro)$/;
/** What a path in an import may lack, in the order in which it is looked for. */
const ENDINGS = ['', '.ts', '.tsx', '.mts', '.d.ts', '.mjs', '.js', '.astro', '/index.ts', '/index.tsx'];

/** Reads every import between the given files. Throws where one names a file of ours that is nowhere. */
export function readImports(root: string, files: readonly string[]): Imports {
  return new Map(files.filter((file) => CODE.test(file)).map((file) => [file, [...new Set(importsOf(root, file))]]));
}

function importsOf(root: string, file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const scripts = file.endsWith('.astro') ? scriptsOf(text) : [text];
  return (
    scripts
      .flatMap((script) => ts.preProcessFile(script, true, true).importedFiles)
      .map(({ fileName }) => fileName.replace(/\?.*$/, ''))
      // What is built is not written by anybody, and a fresh clone has none of it.
      .filter((from) => from.startsWith('.') && !from.includes('/dist/'))
      .map((from) => {
        const found = resolve(root, path.posix.join(path.posix.dirname(file), from));
        if (found === null) throw new Error(`${file} imports "${from}", and there is no such file.`);
        return found;
      })
  );
}

function resolve(root: string, target: string): string | null {
  // A script that was compiled names the file it becomes: `./rows.js` is rows.ts.
  const stem = target.replace(/\.([cm]?)js$/, '.$1ts');
  const names = [...ENDINGS.map((ending) => target + ending), stem];
  return names.find((name) => fs.statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile()) ?? null;
}
