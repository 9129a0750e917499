// @ts-check
/**
 * The house as a table: which parts there are, and on which floor of the server, of the panel and of the portal each
 * room lies. The
 * rule in `floors.mjs` reads it. Whoever changes it writes the reason beside the line.
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
 * @property {string[]} rooms   folders, also deeper ones, or files that stand alone
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
    sideways: { index: ['seed', 'bootstrap', 'jobs'], seed: ['jobs'], bootstrap: ['jobs'] },
  },
  { floor: 8, rooms: ['http'] },
  {
    floor: 7,
    rooms: ['strapi', 'undo'],
    // A change is taken back in the shape in which the recorder wrote it down.
    sideways: { undo: ['strapi'] },
  },
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
      // Answers to letters, which become comments, and letters that come back.
      'inbound-mail',
      'operations',
      'audit-log',
      // What officers say again and again.
      'replies',
      // Where in the queue officers go back to.
      'queue-views',
      'holidays',
      // Deadlines and events in people's own calendars.
      'calendar-feeds',
      // The units that ask for work, beside the days on which nobody does.
      'units',
      // What they may ask for, as administrators keep it.
      'services',
      // Accounts as administrators keep them: whoever leaves hands tickets over.
      'people',
      // Coming in by the city's own sign-in service.
      'sign-on',
      // Lists of other systems, taken over.
      'imports',
      // Counts for a screen on the wall, and the links that open it without sign-in.
      'wallboard',
    ],
    // What is suggested beside a form or a search begins with the disturbances that are announced.
    // A Berita Acara shows the photographs that officers filed as evidence.
    // The report on surveys tells their index as their own page does.
    // A report that leaves is the report of the page, and on paper a document.
    // A list of units, services or people makes them as the settings do.
    sideways: {
      imports: ['units', 'services', 'people'],
      guides: ['announcements'],
      documents: ['attachments'],
      reports: ['surveys'],
      exports: ['reports', 'documents'],
      // A wall counts what the dashboard counts.
      wallboard: ['reports'],
      // Files of an answer are attachments; a letter that came back ends as one that was refused.
      'inbound-mail': ['attachments', 'notifications'],
      // A leader's week in brief is the summary of their dashboard.
      notifications: ['reports'],
      // The log leaves as lists of tickets do: page by page, one of few at a time, written down.
      'audit-log': ['exports'],
      // Whether attachments can be reached belongs to whether it runs.
      operations: ['attachments'],
    },
  },
  { floor: 5, rooms: ['tickets'] },
  // News reads who is touched by it from tables; features that have some to tell call it. Webhooks are told of tickets
  // by their own room, and know none of it.
  {
    floor: 4,
    rooms: ['accounts', 'news', 'webhooks', 'short-messages'],
    // Whoever leaves a device is told there no more. Whom browsers name is judged as whom administrators name.
    sideways: { accounts: ['short-messages'], 'short-messages': ['webhooks'] },
  },
  { floor: 3, rooms: ['desk'] },
  // Workbooks know neither tickets nor reports; exports bring both.
  { floor: 2, rooms: ['mail', 'sheets'] },
  { floor: 1, rooms: ['audit'] },
  { floor: 0, rooms: ['database'] },
];

/** @type {Floor[]} */
const SITE_FLOORS = [
  // What answers an address, and what builds all of it; nobody below knows them.
  { floor: 12, rooms: ['astro.config', 'src/env.d', 'src/pages', 'src/middleware'] },
  { floor: 11, rooms: ['src/layouts'] },
  { floor: 10, rooms: ['src/components/home', 'src/components/request'] },
  {
    // Subjects lie side by side.
    floor: 9,
    rooms: [
      'src/components/account',
      'src/components/announcements',
      'src/components/catalog',
      'src/components/dashboard',
      'src/components/developers',
      'src/components/frame',
      'src/components/guides',
      'src/components/live',
      'src/components/notices',
      'src/components/survey',
      'src/components/ticket',
      'src/components/verification',
    ],
  },
  { floor: 8, rooms: ['src/components/form'] },
  { floor: 7, rooms: ['src/components/ui'] },
  // What runs in the browser.
  { floor: 6, rooms: ['src/scripts', 'src/islands', 'src/worker', 'typed-script', 'precompress', 'self-contained'] },
  // Every number leads to its tickets.
  { floor: 5, rooms: ['src/lib/reports'] },
  {
    floor: 4,
    rooms: [
      'src/lib/tickets',
      'src/lib/requests',
      'src/lib/guides',
      'src/lib/surveys',
      'src/lib/accounts',
      'src/lib/announcements',
      'src/lib/developers',
      'src/lib/notices',
      'src/lib/verification',
    ],
  },
  { floor: 3, rooms: ['src/lib/files'] },
  { floor: 2, rooms: ['src/lib/refusals', 'src/lib/sessions'] },
  // Header, footer, prose and files ask who the office is and what it allows.
  { floor: 1, rooms: ['src/lib/forms', 'src/lib/cms', 'src/lib/office'] },
  { floor: 0, rooms: ['src/lib/addresses', 'src/lib/config', 'src/lib/format', 'src/i18n', 'src/styles'] },
];

/** @type {Floor[]} */
const ADMIN_FLOORS = [
  // What Strapi's panel is told to show.
  { floor: 7, rooms: ['src/index', 'src/App'], sideways: { 'src/index': ['src/App'] } },
  { floor: 6, rooms: ['src/widgets'] },
  {
    // What people come for lies side by side.
    floor: 5,
    rooms: [
      'src/accounts',
      'src/board',
      'src/filing',
      'src/guides',
      'src/notices',
      'src/papers',
      'src/queue',
      'src/settings',
      'src/survey',
      'src/ticket',
    ],
    // A ticket is left for the place in the queue it was opened from; one that was filed appears there.
    // The board moves tickets as the queue does, and leads to it.
    sideways: { 'src/ticket': ['src/queue'], 'src/filing': ['src/queue'], 'src/board': ['src/queue'] },
  },
  // Every page has the same head, with the bell, and asks once who is there.
  { floor: 4, rooms: ['src/frame'] },
  { floor: 3, rooms: ['src/parts'] },
  // What refreshes itself, and what a person typed or chose.
  { floor: 2, rooms: ['src/live'] },
  { floor: 1, rooms: ['src/api'] },
  {
    floor: 0,
    // Strapi's own forms are taught not to forget, its lists to speak in words, and its sign-in page of another way in.
    rooms: [
      'src/words',
      'src/values',
      'src/time',
      'src/side-panel',
      'src/kept-forms',
      'src/sign-on',
      'src/translations',
    ],
    sideways: { 'src/words': ['src/translations'], 'src/sign-on': ['src/words'] },
  },
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
    floors: ADMIN_FLOORS,
  },
  cms: { path: 'cms', names: ['cms'], mayImport: ['domain', 'public'], byName: true },
  // The portal knows the rest of the house by the contract alone; the city's logo, letters and picture it takes in to
  // name them by their content.
  site: { path: 'site', names: ['site'], mayImport: ['domain', 'public'], byName: true, floors: SITE_FLOORS },
  public: { path: 'public', mayImport: [] },
  // Walks the audit log with the very functions that write it, so that both hash alike; reaches a bucket as the server does.
  database: { path: 'database', names: ['database'], mayImport: ['config', 'server/audit', 'server/attachments'] },
  config: { path: 'config', mayImport: ['database'] },
  tests: { path: 'tests', names: ['tests'], mayImport: 'all' },
};
