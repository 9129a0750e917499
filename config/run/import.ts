import fs from 'node:fs';
import path from 'node:path';
import { withClient } from '../../database/connect.ts';
import { hasFacts } from '../../database/facts.ts';
import { envFor } from '../env.ts';
import { withSecrets } from '../secrets.ts';
import { buildStale } from './parts/builds.ts';
import { existingUrl, journalBeside, sslOf } from './parts/existing-database.ts';
import { tail } from './parts/logs.mjs';
import { say } from './parts/progress.mjs';
import { ROOT, runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

/** As `domain/imports/presets` has them, and its bounds; a test holds them together. */
const PRESETS = ['glpi', 'osticket', 'lembar-kerja', 'skpd', 'layanan', 'akun', 'petugas'];
const TICKETS = PRESETS.slice(0, 3);
/** Lists of people, who may be invited. */
const OF_PEOPLE = ['akun', 'petugas'];
const MOST_BYTES = { list: 64 * 1024 * 1024, mapping: 1024 * 1024 };

interface Command {
  files: string[];
  preset: string | null;
  map: string | null;
  messages: string | null;
  isApplied: boolean;
  isInvited: boolean;
  language: 'id' | 'en';
}

/** A file as it was typed, from the folder in which the command was given. */
function fileAt(given: string, mostBytes: number): string {
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Sentence(words.imports.noFile(file));
  if (stat.size > mostBytes) throw new Sentence(words.imports.tooLarge(file, mostBytes / 1024 / 1024));
  return file;
}

function mappingAt(given: string): string {
  const file = fileAt(given, MOST_BYTES.mapping);
  try {
    JSON.parse(fs.readFileSync(file, 'utf8'));
    return file;
  } catch {
    throw new Sentence(words.imports.noJson(file));
  }
}

function commandOf(args: readonly string[]): Command {
  const command: Command = {
    files: [],
    preset: null,
    map: null,
    messages: null,
    isApplied: false,
    isInvited: false,
    language: 'id',
  };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined) throw new Sentence(words.imports.usage);
      return next;
    };
    if (word === '--apply') command.isApplied = true;
    else if (word === '--invite') command.isInvited = true;
    else if (word === '--preset') command.preset = value();
    else if (word === '--map') command.map = mappingAt(value());
    else if (word === '--messages') command.messages = fileAt(value(), MOST_BYTES.list);
    else if (word === '--lang') command.language = value() === 'en' ? 'en' : 'id';
    else if (word.startsWith('-')) throw new Sentence(words.imports.unknownWord(word));
    else command.files.push(word);
  }
  if (command.files.length === 0) throw new Sentence(words.imports.usage);
  if (command.preset !== null && !PRESETS.includes(command.preset))
    throw new Sentence(words.imports.unknownPreset(command.preset, PRESETS.join(', ')));
  if (command.preset === null && command.map === null) throw new Sentence(words.imports.howToRead);
  const isOfTickets = command.preset === null || TICKETS.includes(command.preset);
  if (command.messages !== null && (command.files.length > 1 || !isOfTickets))
    throw new Sentence(words.imports.messagesOfOne);
  if (command.isInvited && !OF_PEOPLE.includes(command.preset ?? '')) throw new Sentence(words.imports.nobodyToInvite);
  return { ...command, files: command.files.map((file) => fileAt(file, MOST_BYTES.list)) };
}

/** `npm run import -- FILE …`: tries lists of another system, one after the other; with `--apply` takes them over. */
await runVerb({
  journal: journalBeside,
  main: async (given, house) => {
    const { files, ...manner } = commandOf(process.argv.slice(2));
    const url = await existingUrl(house, given, words.imports.nothing);
    if (!(await withClient(url, hasFacts, sslOf(given)))) throw new Sentence(words.imports.none);
    const values = { ...withSecrets(given), DATABASE_URL: url, DEMO_DATA: 'false', LOG_LEVEL: 'error' };
    await buildStale(house, values, ['plugin', 'cms']);
    const log = path.join(values.DATA_DIR ?? '', 'logs', 'import.log');
    say(`… ${words.imports.starting}`);
    const running = house.spawn({
      name: 'import',
      log,
      cwd: path.join(ROOT, 'cms'),
      env: envFor('cms', values),
      args: [path.join(ROOT, 'cms/import.cjs'), ...files.map((file) => JSON.stringify({ file, ...manner }))],
      onOutput: (text, isError) => {
        if (!isError) process.stdout.write(text);
      },
    });
    const { isGood, how } = await running.ended;
    if (isGood || how === 'kode 2') return isGood ? 0 : 1;
    throw new Sentence(words.stepFailed('import', log), tail(log));
  },
  interrupted: 130,
});
