import fs from 'node:fs';
import path from 'node:path';
import type { Client as Database } from 'pg';
import request from 'supertest';
import { createClient, type Client } from 'strapi-plugin-ticketing/client';
import { connect, connectAgain, createDatabase, dropDatabase, killServer, newName, urlOf } from './databases';
import { startCms, type Server } from './servers';
import { TEMPLATE, templateDir } from './template';

export interface PortalAccount {
  role: string;
  skpd: string;
  name: string;
  email: string;
  password: string;
}
export interface StaffAccount {
  role: string;
  name: string;
  email: string;
  team: string | null;
  password: string;
}
export interface Accounts {
  portal: PortalAccount[];
  staff: StaffAccount[];
}

/**
 * Somebody signed in: the client the product itself uses, and the bare session for what the client would never send.
 */
export interface Person extends Client {
  readonly token: string;
  readonly door: string;
  readonly name: string;
  readonly email: string;
}

export interface World {
  readonly cms: Server;
  readonly database: Database;
  readonly databaseName: string;
  readonly accounts: Accounts;
  /** A clerk of Disdikbud, their colleague, a clerk of Dinkes, and the leader. */
  clerk(): Promise<Person>;
  colleague(): Promise<Person>;
  stranger(): Promise<Person>;
  leader(): Promise<Person>;
  staff(name: string): Promise<Person>;
  /** Stops the cms and boots it again on the same database; people keep their sessions, at its new address. */
  restart(): Promise<void>;
  /** The same after a power cut. */
  crash(): Promise<void>;
  /** Kills PostgreSQL in the middle of what it does, for every database on it, and waits until it has recovered. */
  crashDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** Those whom a cms with `DEMO_DATA` made, from its data folder. */
export const readAccounts = (dataDir = templateDir()): Accounts =>
  JSON.parse(fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')) as Accounts;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A person at one of the two doors. */
const personAt = (
  url: string,
  door: string,
  token: string,
  { name, email }: { name: string; email: string },
): Person => ({
  ...createClient((place, init) =>
    fetch(`${url}${door}${place}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...bearer(token) },
      signal: AbortSignal.timeout(20_000),
    }),
  ),
  token,
  door,
  name,
  email,
});

export async function signInPortal(url: string, account: PortalAccount): Promise<Person> {
  const { body } = await request(url)
    .post('/api/auth/local')
    .send({ identifier: account.email, password: account.password })
    .expect(200);
  return personAt(url, '/api/ticketing', body.jwt as string, account);
}

export async function signInStaff(url: string, account: StaffAccount): Promise<Person> {
  const { body } = await request(url)
    .post('/admin/login')
    .send({ email: account.email, password: account.password })
    .expect(200);
  return personAt(url, '/ticketing', body.data.token as string, account);
}

/** A cms of this test's own, on a copy of the template database or of one made from it. */
export const openWorld = (more: NodeJS.ProcessEnv = {}, template = TEMPLATE): Promise<World> => openOn(template, more);

/** A cms that fills an empty database itself, with its own samples and accounts. */
export const openNewWorld = (more: NodeJS.ProcessEnv = {}): Promise<World> =>
  openOn(undefined, { DEMO_DATA: 'true', ...more });

async function openOn(template: string | undefined, more: NodeJS.ProcessEnv): Promise<World> {
  const name = newName();
  await createDatabase(name, template);
  const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', name);
  let cms = await startCms(urlOf(name), dataDir, more);
  let database = await connect(name);
  const accounts = readAccounts(template ? templateDir() : dataDir);
  const known = new Map<string, Promise<Person>>();
  const once = (key: string, signIn: () => Promise<Person>) => {
    const person = known.get(key) ?? signIn();
    known.set(key, person);
    return person;
  };
  const portal = (index: number) =>
    once(`portal:${index}`, () => signInPortal(cms.url, accounts.portal[index] as PortalAccount));
  return {
    get cms() {
      return cms;
    },
    get database() {
      return database;
    },
    databaseName: name,
    accounts,
    clerk: () => portal(0),
    colleague: () => portal(1),
    stranger: () => portal(2),
    leader: () => portal(3),
    staff: (who) =>
      once(who, () => signInStaff(cms.url, accounts.staff.find((account) => account.name === who) as StaffAccount)),
    async restart() {
      await cms.stop();
      cms = await startCms(urlOf(name), dataDir, more);
      known.clear();
    },
    async crash() {
      await cms.kill();
      cms = await startCms(urlOf(name), dataDir, more);
      known.clear();
    },
    async crashDatabase() {
      await killServer(database);
      database = await connectAgain(name);
    },
    async close() {
      await cms.stop();
      await database.end();
      await dropDatabase(name);
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A request as no client would send it. */
export const bare = (world: World, person: Person | null) => {
  const to = (method: 'get' | 'post' | 'put' | 'delete', place: string, door = person?.door ?? '/api/ticketing') => {
    const call = request(world.cms.url)[method](`${door}${place}`);
    return person ? call.set(bearer(person.token)) : call;
  };
  return to;
};

const DAY_MS = 86_400_000;
/** A time of day at Bukittinggi so many days from today, as a form takes it: "2026-11-24T08:00". */
export const localTime = (days: number, time: string): string =>
  `${new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)}T${time}`;

/** The number of a ticket among the samples, whose years are those of today. */
export async function sampleNumber({ database }: World): Promise<string> {
  const { rows } = await database.query<{ number: string }>('select number from tickets order by id limit 1');
  return rows[0]?.number ?? '';
}

/** What a clerk fills in to say that the internet is down. */
export const outage = (over: object = {}) => ({
  title: 'Gangguan internet di loket pelayanan',
  description: 'Sejak pagi seluruh loket tidak dapat terhubung ke internet.',
  category: 'NET-01',
  impact: 'MEDIUM' as const,
  urgency: 'HIGH' as const,
  contact: { name: 'Ratih Kusuma', phone: '0840-0000-0201', email: 'ratih.kusuma@bukittinggi.test' },
  form: {
    lokasi: 'Gedung A lantai 1',
    cakupan_gangguan: 'Satu gedung',
    jenis_koneksi: 'Fiber optik',
    waktu_kejadian: localTime(-1, '08:00'),
  },
  ...over,
});
