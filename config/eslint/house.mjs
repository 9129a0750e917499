// @ts-check
/**
 * The house as a table: which parts there are, and on which floor of the server each room lies. The rule in
 * `floors.mjs` reads it. Whoever changes it writes the reason beside the line.
 *
 * @typedef {object} Part
 * @property {string} path      its folder, from the root
 * @property {string[]} [names] package names by which it is imported
 * @property {string[] | 'all'} mayImport other parts, or one room of a part with floors: `server/audit`
 * @property {true} [byName]    whether it names other parts by package only, never by path
 * @property {Floor[]} [floors] its rooms, top floor first
 *
 * @typedef {object} Floor
 * @property {number} floor
 * @property {string[]} rooms   folders, or files that stand alone
 * @property {Record<string, string[]>} [sideways] which room imports which others of the same floor
 *
 * @typedef {Record<string, Part>} House
 */

/** @type {Floor[]} */
const SERVER_FLOORS = [
  {
    // Start everything and stop everything; nobody below knows them.
    floor: 9,
    rooms: ['index', 'bootstrap', 'seed', 'jobs'],
    sideways: { index: ['seed', 'bootstrap', 'jobs'], seed: ['bootstrap', 'jobs'], bootstrap: ['jobs'] },
  },
  { floor: 8, rooms: ['http'] },
  { floor: 7, rooms: ['strapi'] },
  {
    // Features lie side by side; one that needs another is named here.
    floor: 6,
    rooms: [
      'reports',
      'documents',
      'exports',
      'live',
      'attachments',
      'guides',
      'announcements',
      'surveys',
      'notifications',
      'operations',
    ],
    // What is suggested beside a form or a search begins with the disturbances that are announced.
    sideways: { guides: ['announcements'] },
  },
  { floor: 5, rooms: ['tickets'] },
  { floor: 4, rooms: ['accounts'] },
  { floor: 3, rooms: ['desk'] },
  { floor: 2, rooms: ['mail'] },
  { floor: 1, rooms: ['audit'] },
  { floor: 0, rooms: ['database'] },
];

/** @type {House} */
export const HOUSE = {
  domain: { path: 'plugins/ticketing/domain', names: ['strapi-plugin-ticketing'], mayImport: [] },
  server: {
    path: 'plugins/ticketing/server',
    names: ['strapi-plugin-ticketing/strapi-server'],
    mayImport: ['domain'],
    floors: SERVER_FLOORS,
  },
  admin: {
    path: 'plugins/ticketing/admin',
    names: ['strapi-plugin-ticketing/strapi-admin'],
    mayImport: ['domain'],
  },
  cms: { path: 'cms', names: ['cms'], mayImport: ['domain', 'public'], byName: true },
  // The portal knows the rest of the house by the contract alone.
  site: { path: 'site', names: ['site'], mayImport: ['domain'], byName: true },
  public: { path: 'public', mayImport: [] },
  // Walks the audit log with the very functions that write it, so that both hash alike.
  database: { path: 'database', names: ['database'], mayImport: ['config', 'server/audit'] },
  config: { path: 'config', mayImport: ['database'] },
  tests: { path: 'tests', names: ['tests'], mayImport: 'all' },
};
