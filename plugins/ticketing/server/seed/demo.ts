import type { Core } from '@strapi/strapi';
import { deskOf } from '../desk/desk';
import { UID } from '../database/content-types';
import { inTransaction } from '../database/transaction';
import { markAsTold } from '../news/replay';
import {
  createPortalAccount,
  createStaffAccount,
  keepAccounts,
  randomPassword,
  type DemoPortalAccount,
  type DemoStaffAccount,
} from './accounts';
import { announceMaintenance } from './announcement';
import { readSeed, type SeedTickets } from './files';
import { replayTickets } from './replay';
import { slug } from './sample-answers';
import { seedSurveys } from './surveys';

const DOMAIN = 'bukittinggi.test';

/** Clerks that a visitor signs in as: three of two units, and a leader. */
const VISITORS: readonly DemoPortalAccount[] = [
  {
    role: 'REQUESTER',
    name: 'Ratih Kusuma',
    skpd: 'DISDIKBUD',
    email: `ratih.kusuma@${DOMAIN}`,
    position: 'Pengelola Sistem Informasi',
    phone: '0840-0000-0201',
  },
  {
    role: 'REQUESTER',
    name: 'Ahmad Fauzi',
    skpd: 'DISDIKBUD',
    email: `ahmad.fauzi@${DOMAIN}`,
    position: 'Staf Umum dan Kepegawaian',
    phone: '0840-0000-0202',
  },
  {
    role: 'REQUESTER',
    name: 'Lina Marlina',
    skpd: 'DINKES',
    email: `lina.marlina@${DOMAIN}`,
    position: 'Admin TIK',
    phone: '0840-0000-0203',
  },
  {
    role: 'LEADER',
    name: 'Pimpinan Demo',
    skpd: 'DISKOMINFO',
    email: `pimpinan@${DOMAIN}`,
    position: 'Kepala Dinas',
    phone: null,
  },
];
const ADMINISTRATOR: DemoStaffAccount = {
  roles: ['ADMIN'],
  name: 'Administrator Demo',
  email: `admin@${DOMAIN}`,
  team: null,
};

/**
 * Demo accounts and the city's sample tickets, on an empty database only: all of them or, when the start is broken off,
 * none, so that the next start begins anew.
 */
export async function seedDemo(strapi: Core.Strapi, dir: string): Promise<void> {
  if ((await strapi.db.query(UID.staffUser).count()) > 0) return;
  await inTransaction(strapi, () => fillDemo(strapi, dir));
}

async function fillDemo(strapi: Core.Strapi, dir: string): Promise<void> {
  const { meta, petugas, tiket } = await readSeed<SeedTickets>(dir, 'tiket-contoh');
  const staff: DemoStaffAccount[] = [
    ADMINISTRATOR,
    ...petugas.map(({ akun, nama, tim, peran }) => ({
      roles: [peran === 'KOORDINATOR' ? ('COORDINATOR' as const) : ('OFFICER' as const)],
      name: nama,
      email: `${akun}@${DOMAIN}`,
      team: tim,
    })),
  ];

  const passwords = new Map<string, string>();
  const passwordOf = (email: string): string => {
    const password = passwords.get(email) ?? randomPassword();
    passwords.set(email, password);
    return password;
  };
  const officers = new Map<string, number>();
  for (const account of staff)
    officers.set(account.name, await createStaffAccount(strapi, account, passwordOf(account.email)));
  const clerks = new Map<string, { id: number; email: string }>();
  const welcome = async (account: DemoPortalAccount, password: string) => {
    clerks.set(`${account.skpd}:${account.name}`, {
      id: await createPortalAccount(strapi, account, password),
      email: account.email,
    });
  };
  for (const account of VISITORS) await welcome(account, passwordOf(account.email));
  // Each ticket was filed by the clerk it names; those accounts exist too, with passwords nobody was told.
  for (const { skpd, pic } of tiket) {
    if (clerks.has(`${skpd}:${pic.nama}`)) continue;
    await welcome(
      {
        role: 'REQUESTER',
        name: pic.nama,
        skpd,
        email: `${slug(pic.nama)}.${skpd.toLowerCase()}@${DOMAIN}`,
        position: pic.jabatan,
        phone: pic.telepon,
      },
      randomPassword(),
    );
  }

  await replayTickets(deskOf(strapi), tiket, Date.parse(meta.acuanSekarang), { officers, clerks });
  await announceMaintenance(strapi);
  await seedSurveys(deskOf(strapi), dir, Date.now());
  await markAsTold(deskOf(strapi), Date.now());
  await keepAccounts(strapi.plugin('ticketing').config<string>('dataDir'), {
    portal: VISITORS.map(({ role, skpd, name, email }) => ({ role, skpd, name, email, password: passwordOf(email) })),
    staff: staff.map(({ roles, name, email, team }) => ({
      role: roles[0],
      name,
      email,
      team,
      password: passwordOf(email),
    })),
  });
  strapi.log.info(
    `demo data loaded: ${tiket.length} tickets, ${clerks.size} portal accounts, ${officers.size} staff accounts`,
  );
}
