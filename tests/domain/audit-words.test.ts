import fs from 'node:fs';
import path from 'node:path';
import { contract } from 'strapi-plugin-ticketing/contract';
import {
  LANGUAGES,
  noticeWords,
  NOTICE_KINDS,
  PERMISSIONS,
  ROLES,
  SETTING_NAMES,
  UNDOABLE,
  words,
} from 'strapi-plugin-ticketing/domain';
import {
  eventName,
  fieldName,
  subjectName,
  subjectTitle,
  SUBJECTS,
  valueWord,
  type Reader,
} from '../../plugins/ticketing/admin/src/settings/audit/words';
import { help } from '../../cms/src/admin/words-help';
import { masterData } from '../../cms/src/admin/words-master-data';
import { say } from '../../plugins/ticketing/admin/src/words';

const ROOT = path.join(__dirname, '../..');
const readers = LANGUAGES.map((language): Reader => ({
  language,
  w: words(language),
  t: (key, facts) => say(language, key, facts),
}));
const filesBelow = (folder: string, ending: RegExp): string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(ROOT, folder, name));
const attributesOf = (file: string): string[] =>
  Object.keys((JSON.parse(fs.readFileSync(file, 'utf8')) as { attributes: object }).attributes);

const SECRETS = ['password', 'resetPasswordToken', 'confirmationToken'];
const schemas = [
  ...filesBelow('cms/src/api', /schema\.json$/).filter((file) => !file.includes('/ticket/')),
  ...filesBelow('cms/src/components', /\.json$/),
  ...filesBelow('cms/src/extensions', /schema\.json$/),
];
interface WithSettings {
  readonly body: { readonly shape: { readonly settings: { readonly shape: object } } };
}
const settingsOf = ({ body }: WithSettings): string[] => Object.keys(body.shape.settings.shape);

test('every field the log can hold has its word in both languages', () => {
  const names = [
    ...schemas.flatMap(attributesOf).filter((name) => !SECRETS.includes(name)),
    // Of Strapi's own accounts, roles and tokens.
    ...['firstname', 'lastname', 'username', 'email', 'isActive', 'roles', 'blocked', 'preferedLanguage'],
    ...['permissions', 'lifespan', 'expiresAt', 'grants', 'allow_register', 'default_role'],
    ...SETTING_NAMES,
    ...[contract.saveMailSettings, contract.saveInboundMail, contract.saveWhatsApp, contract.saveSignOn].flatMap(
      settingsOf,
    ),
    ...['password', 'secret', 'token'].map((secret) => `${secret}Changed`),
    ...Object.values(UNDOABLE).flatMap((kind) => ('names' in kind ? [...kind.names] : [])),
    ...Object.keys(contract.createReply.body.shape),
    ...Object.keys(contract.createView.body.shape),
    ...ROLES.flatMap((role) => PERMISSIONS.map((permission) => `${role} ${permission}`)),
    ...NOTICE_KINDS.map((kind) => `${kind}.en`),
  ];
  expect(names.length).toBeGreaterThan(200);
  for (const reader of readers)
    expect([reader.language, names.filter((name) => fieldName(name, reader) === name)]).toEqual([reader.language, []]);
});

test('what is written down, and of what, is named in words', () => {
  const sources = filesBelow('plugins/ticketing/server', /\.ts$/).map((file) => fs.readFileSync(file, 'utf8'));
  const events = new Set(sources.flatMap((text) => [...text.matchAll(/\bevent: '(\w+)'/g)].map(([, name]) => name)));
  const types = new Set(sources.flatMap((text) => [...text.matchAll(/subjectType: '([\w-]+)'/g)].map(([, n]) => n)));
  // What is sent to browsers and other systems.
  for (const other of ['ticket', 'query', 'trial']) events.delete(other);
  expect(events.size).toBeGreaterThan(20);
  for (const { w, t } of readers) {
    expect([...events].filter((event = '') => eventName(event, w, t) === event)).toEqual([]);
    expect([...types, ...SUBJECTS].filter((type = '') => subjectName(type, t) === type)).toEqual([]);
  }
});

test('what stays in Strapi’s own screens has Indonesian labels, whole and in its parts', () => {
  const kept = ['team', 'priority', 'guide', 'announcement', 'survey-period', 'identity', 'working-calendar'];
  const labels: Readonly<Record<string, string>> = { ...masterData, ...help };
  const missing = [
    ...kept.flatMap((name) =>
      attributesOf(path.join(ROOT, `cms/src/api/${name}/content-types/${name}/schema.json`)).map(
        (field) => `content-manager.content-types.api::${name}.${name}.${field}`,
      ),
    ),
    ...['calendar/slot', 'calendar/period', 'identity/signatory'].flatMap((part) =>
      attributesOf(path.join(ROOT, `cms/src/components/${part}.json`)).map(
        (field) => `content-manager.components.${part.replace('/', '.')}.${field}`,
      ),
    ),
  ].filter((key) => labels[key] === undefined);
  expect(missing).toEqual([]);
});

test('a value is read in words, its parts by their names', () => {
  const [reader] = readers as [Reader];
  expect(valueWord(true, reader)).toBe('Ya');
  expect(valueWord([], reader)).toBe('–');
  expect(valueWord(['WAITING_REQUESTER'], reader)).toBe(words('id').status.WAITING_REQUESTER);
  expect(valueWord([{ weekday: 1, opens: '07:30', closes: null }], reader)).toBe('Hari (1 = Senin): 1; Buka: 07:30');
  const week = [1, 6].map((weekday) => ({ weekday, opens: '07:30', closes: '12:00' }));
  expect(valueWord(week, reader)).toBe('Senin 07:30–12:00, Sabtu 07:30–12:00');
  expect(fieldName('OFFICER ticket:assign', reader)).toBe(
    `${words('id').role.OFFICER}: ${words('id').permission['ticket:assign']}`,
  );
  expect(fieldName('assigned.en', reader)).toContain(noticeWords('id').noticeTitle.assigned);
  expect(subjectTitle({ id: 'ticketing.mail', label: 'ticketing.mail' }, reader.t)).toBe('Surat keluar');
  expect(subjectTitle({ id: '12', label: 'DINKES · Dinas Kesehatan' }, reader.t)).toBe('DINKES · Dinas Kesehatan');
});
