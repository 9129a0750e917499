import { contract } from '../../domain/contract';
import { readAuthority, readSettings, saveAuthority, saveSettings } from '../desk/settings';
import { listWordings, saveWording } from '../notifications/wordings';
import { readMailSettings, saveMailSettings } from '../notifications/mail-settings';
import { asSaid, type Keeper, type Values } from './keeper';

const may = 'settings:manage';

const lifecycle: Keeper = {
  may,
  read: async (desk) => {
    const { version, settings } = await readSettings(desk);
    return { version, values: { ...settings } };
  },
  write: (desk, caller, { found, toward }) =>
    saveSettings(desk, caller, asSaid(contract.saveSettings.body, { version: found?.version, changes: toward })),
};

/** Cells go by role and permission: `OFFICER ticket:assign`. */
const authority: Keeper = {
  may,
  read: async (desk) => {
    const { version, cells } = await readAuthority(desk);
    const named = cells.map(({ role, may: permission, alternatives }) => [`${role} ${permission}`, alternatives]);
    return { version, values: Object.fromEntries(named) as Values };
  },
  write: (desk, caller, { found, toward }) => {
    const cells = Object.entries(toward).map(([name, alternatives]) => {
      const [role, permission] = name.split(' ');
      return { role, may: permission, alternatives };
    });
    return saveAuthority(desk, caller, asSaid(contract.saveAuthority.body, { version: found?.version, cells }));
  },
};

/** Letters go by kind and language; one that says what it said when it came is null. */
const letters: Keeper = {
  may,
  read: async (desk) => {
    const wordings = await listWordings(desk);
    const named = wordings.letters.map(({ kind, language, template, isChanged }) => [
      `${kind}.${language}`,
      isChanged ? template : null,
    ]);
    return { version: wordings.version, values: Object.fromEntries(named) as Values };
  },
  write: async (desk, caller, { found, toward }) => {
    let version = Number(found?.version);
    for (const [name, template] of Object.entries(toward)) {
      const [kind, language] = name.split('.');
      const given = asSaid(contract.saveLetterWording.body, { version, kind, language, template });
      version = (await saveWording(desk, caller, given)).version;
    }
  },
};

/** Everything but the password, which stays as it is. */
const mail: Keeper = {
  may,
  read: async (desk) => {
    const { version, source, hasPassword: _, ...values } = await readMailSettings(desk);
    return { version, values: source === 'panel' ? { ...values } : {} };
  },
  write: (desk, caller, { found, toward }) => {
    const settings = { ...found?.values, ...toward };
    return saveMailSettings(
      desk,
      caller,
      asSaid(contract.saveMailSettings.body, { version: found?.version, settings }),
    );
  },
};

export const SETTINGS = {
  'ticketing.lifecycle': lifecycle,
  'ticketing.authority': authority,
  'ticketing.letters': letters,
  'ticketing.mail': mail,
} as const;
