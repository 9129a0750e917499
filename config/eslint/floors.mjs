// @ts-check
import path from 'node:path';
import { onImports } from './imports.mjs';

/**
 * @typedef {import('./house.mjs').House} House
 * @typedef {{ part: string, room: string | undefined }} Place
 */

const TABLE = 'config/eslint/house.mjs';

/**
 * A part imports what the table of the house allows, and a room only from rooms below it; type imports count.
 * Options: the table, so that ESLint's cache forgets its answers when the table changes.
 * @type {import('eslint').Rule.RuleModule}
 */
export const floors = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: { wrong: '{{ sentence }}' },
  },
  create(context) {
    const house = /** @type {House} */ (context.options[0]);
    const file = path.relative(context.cwd, context.physicalFilename).split(path.sep).join('/');
    return onImports((node, from) => {
      const sentence = from === undefined ? null : judge(house, file, from);
      if (sentence !== null) context.report({ node, messageId: 'wrong', data: { sentence } });
    });
  },
};

/**
 * What is wrong with `file` importing `from`, as a sentence that says what to do; null when nothing is.
 * @param {House} house @param {string} file from the root, with slashes @param {string} from as written in the import
 * @returns {string | null}
 */
export function judge(house, file, from) {
  const isPath = from.startsWith('.');
  const here = placeOf(house, file);
  const there = isPath ? placeOf(house, path.posix.join(path.posix.dirname(file), from)) : placeNamed(house, from);
  if (!here || !there) return null;
  return here.part === there.part ? betweenRooms(house, here, there) : betweenParts(house, here, there, isPath);
}

/** @param {House} house @param {Place} here @param {Place} there @param {boolean} isPath */
function betweenParts(house, here, there, isPath) {
  const part = house[here.part];
  if (!part) return null;
  const { mayImport, byName } = part;
  const room = `${there.part}/${there.room}`;
  if (mayImport !== 'all' && !mayImport.includes(there.part) && !mayImport.includes(room)) {
    const allowed = mayImport.length === 0 ? 'nothing but itself' : `only ${mayImport.join(' and ')} besides itself`;
    return (
      `"${here.part}" may not import "${there.part}": it imports ${allowed}. ` +
      `Move what both need into the domain, or ask for it over the contract (${TABLE} holds the table).`
    );
  }
  const name = house[there.part]?.names?.[0];
  if (byName && isPath && name)
    return `"${here.part}" reaches into "${there.part}" by path: import it by its package name, "${name}/…".`;
  return null;
}

/** @param {House} house @param {Place} here @param {Place} there */
function betweenRooms(house, here, there) {
  const table = house[here.part]?.floors;
  if (!table || here.room === undefined || there.room === undefined || here.room === there.room) return null;
  const mine = table.find(({ rooms }) => rooms.includes(here.room ?? ''));
  const its = table.find(({ rooms }) => rooms.includes(there.room ?? ''));
  if (!mine || !its) return `"${mine ? there.room : here.room}" lies on no floor: give the room one in ${TABLE}.`;
  const doors = `"${here.room}" (floor ${mine.floor}) may not import "${there.room}" (floor ${its.floor})`;
  if (its.floor > mine.floor)
    return (
      `${doors}: a room imports only from rooms below it. ` +
      `Move what both need down to "${here.room}" or lower, or have "${there.room}" hand it in as an argument.`
    );
  if (its.floor === mine.floor && !mine.sideways?.[here.room]?.includes(there.room))
    return (
      `${doors}: rooms of one floor stand side by side. ` +
      `Move what both need to a room below, or name this import with its reason in ${TABLE}.`
    );
  return null;
}

/** @param {House} house @param {string} file @returns {Place | null} */
function placeOf(house, file) {
  for (const [part, { path: folder, floors: table }] of Object.entries(house)) {
    if (file !== folder && !file.startsWith(`${folder}/`)) continue;
    return { part, room: table ? roomOf(table, file.slice(folder.length + 1)) : undefined };
  }
  return null;
}

/**
 * The innermost room in which a file lies; else the first folder, which then lies on no floor. The folder of the part
 * itself means its index.
 * @param {import('./house.mjs').Floor[]} table @param {string} inside from the part's folder
 */
function roomOf(table, inside) {
  const place = inside.replace(/\.[cm]?[jt]sx?$/, '');
  const around = table
    .flatMap(({ rooms }) => rooms)
    .filter((room) => place === room || place.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length);
  return around[0] ?? (place.split('/')[0] || 'index');
}

/** @param {House} house @param {string} from @returns {Place | null} */
function placeNamed(house, from) {
  let found = null;
  let length = 0;
  for (const [part, { names = [], floors: table }] of Object.entries(house)) {
    for (const name of names) {
      if (name.length <= length || (from !== name && !from.startsWith(`${name}/`))) continue;
      found = { part, room: table ? 'index' : undefined };
      length = name.length;
    }
  }
  return found;
}
